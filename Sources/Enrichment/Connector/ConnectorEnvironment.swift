import CEL
import Checks

/// What the expressions of a connector may name.
struct ConnectorEnvironment {
    /// The customer, settings, codes and files.
    let base: Environment

    init(secrets: [String], settings: RecordType) {
        var environment = Environment(
            variables: [
                "customer": .record("customer"), "setting": .record(settings.name), "codes": .dyn, "files": .dyn,
            ],
            recordTypes: [
                Subject.type, settings,
                RecordType(name: "secret", fields: secrets.map { RecordType.Field(name: $0, type: .string) }),
            ],
            functions: StandardLibrary.all + DomainFunctions.all + ConnectorFunctions.all,
            allowsNumericComparisonsAcrossTypes: true
        )
        environment.readsMissingMembersAsNull = true
        // Evaluated once for each answer from outside, not for each of millions of records; answers are lists of lists of a few.
        environment.limits.steps = 10_000_000
        environment.limits.estimatedSteps = environment.limits.steps
        environment.limits.assumedSizes.elements = 10
        base = environment
    }

    func adding(_ names: some Sequence<String>, of type: CELType = .dyn) -> Environment {
        base.adding(names, of: type)
    }
}

extension Environment {
    func adding(_ names: some Sequence<String>, of type: CELType = .dyn) -> Environment {
        var environment = self
        for name in names { environment.variables[name] = type }
        return environment
    }

    /// With what stands in requests alone: answers are kept, and mean the same whenever they are read.
    var withRequest: Environment {
        adding(["secret"], of: .record("secret")).adding(["now"], of: .timestamp).adding(["uuid"], of: .string)
    }

    /// With what an answer consists of.
    var withAnswer: Environment { adding(["status"], of: .int).adding(["body"]) }
}
