// swift-tools-version: 6.1
import PackageDescription

/// Language features that make a leak between layers visible: a type of an import that shows in a target's own
/// API has to be imported publicly, and an existential has to say `any`.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A layer of keur: a Swift target with the house's settings.
func layer(_ name: String, over dependencies: [Target.Dependency] = [], excluding: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: excluding, swiftSettings: strict)
}

/// The tests of a layer; fixtures are read from the source tree, so nothing is copied.
func tests(of name: String, with dependencies: [Target.Dependency] = [], excluding: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: excluding,
        swiftSettings: strict
    )
}

let package = Package(
    name: "keur",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "keur", targets: ["keur"]),
        .executable(name: "keur-conformance", targets: ["Conformance"]),
        .executable(name: "keur-fuzz", targets: ["Fuzz"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    // In the order of the layers: a target imports only what stands above it.
    targets: [
        .target(name: "CScan"),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "CHash", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CTLS", linkerSettings: [.linkedLibrary("ssl"), .linkedLibrary("crypto")]),
        .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXML", dependencies: ["CLibXML"]),
        layer("Diagnostics"),
        layer("Tables", over: ["CScan", "Diagnostics"]),
        layer("CEL", over: ["CRE2", "Diagnostics"]),
        layer("Identifiers"),
        layer("HTTP", over: ["CCurl"]),
        layer(
            "Checks", over: ["CEL", "Tables", "Identifiers", "Diagnostics", .product(name: "Yams", package: "Yams")]),
        layer(
            "Enrichment",
            over: [
                "CHash", "CXML", "HTTP", "CEL", "Tables", "Identifiers", "Checks", "Diagnostics",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            excluding: ["Connectors"]),
        layer(
            "Audit",
            over: [
                "CHash", "Enrichment", "CEL", "Tables", "Identifiers", "Checks", "Diagnostics",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
            ]),
        layer(
            "Reports",
            over: ["Audit", "Checks", "Tables", "Diagnostics", .product(name: "Mustache", package: "swift-mustache")]),
        layer(
            "Onboarding",
            over: ["Reports", "Audit", "Enrichment", "Checks", "CEL", "Tables", "Identifiers", "Diagnostics"]),
        layer("Notices", over: ["HTTP", "Reports", "Audit", "Enrichment", "Checks", "Tables"]),
        .executableTarget(
            name: "keur",
            dependencies: [
                "Notices",
                "Onboarding", "Enrichment", "HTTP", "Audit", "Reports", "Checks", "CEL", "Tables", "Identifiers",
                "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "Conformance",
            dependencies: [
                "Onboarding", "CHash", "Enrichment", "HTTP", "Checks", "CEL", "Tables", "Identifiers", "Diagnostics",
                "TestSupport",
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "Bench",
            dependencies: ["CEL", "Checks", "HTTP", "Identifiers", "Tables"],
            swiftSettings: strict
        ),
        layer("FuzzTargets", over: ["Enrichment", "Checks", "CEL", "Tables", "Identifiers", "Diagnostics"]),
        .executableTarget(name: "Fuzz", dependencies: ["FuzzTargets"], swiftSettings: strict),
        .target(name: "TestSupport", dependencies: ["CTLS"], path: "Sources/TestSupport", swiftSettings: strict),
        tests(of: "Diagnostics"),
        tests(of: "Tables"),
        tests(of: "CEL"),
        tests(of: "Identifiers", excluding: ["Fixtures"]),
        tests(of: "HTTP"),
        tests(of: "Checks", excluding: ["Fixtures"]),
        tests(
            of: "Enrichment",
            with: ["CEL", "Checks", "HTTP", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift")],
            excluding: ["Fixtures"]),
        tests(of: "FuzzTargets", excluding: ["Fixtures"]),
        tests(of: "Audit"),
        tests(of: "Reports", with: ["CHash"], excluding: ["Golden"]),
        tests(of: "Notices", with: ["Audit", "Checks", "Diagnostics", "Tables"], excluding: ["Golden"]),
        tests(of: "Onboarding", excluding: ["Golden", "Fixtures"]),
        .testTarget(
            name: "KeurTests", dependencies: ["keur", "Conformance", "TestSupport"], exclude: ["Golden"],
            swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
