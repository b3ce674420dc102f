import CEL
import Testing

/// What the checker makes of expressions. Source: cel-spec, doc/langdef.md, "Gradual Type Checking".
@Suite struct TypeDeductionTests {
    /// What a function says of types of types settles its place-holders.
    @Test(arguments: [
        ("cast('1', int)", "int"), ("cast('1', type([1]))", "list(int)"), ("either(int, int)", "int"),
        ("either(int, string)", "dyn"),
    ])
    func typeArgumentIsDeduced(source: String, type: String) throws {
        let a = CELType.parameter("A")
        let environment = Environment(
            functions: StandardLibrary.all + [
                FunctionDeclaration("cast", "", overloads: [.init("cast", .global, [.dyn, .type(a)], a, .builtIn)]),
                FunctionDeclaration(
                    "either", "", overloads: [.init("either", .global, [.type(a), .type(a)], a, .builtIn)]),
            ])
        #expect("\(try check(try parse(source, in: environment), in: environment).type)" == type)
    }

    @Test(arguments: [
        ("[1] + [dyn('a')]", "list(dyn)"), ("[dyn('a')] + [1]", "list(dyn)"), ("[[1]] + [[dyn(1)]]", "list(list(dyn))"),
        ("[] + [1]", "list(int)"), ("[1] + []", "list(int)"), ("[1].filter(x, true) + [1, 'a']", "list(dyn)"),
        ("[{'a': 1}] + [{'a': 1, 'b': 'c'}]", "list(map(string, dyn))"), ("[null] + [timestamp(0)]", "list(timestamp)"),
        ("optional.of(1).orValue(dyn(2))", "dyn"), ("optional.of([1]).orValue([1, 'a'])", "list(dyn)"),
        ("optional.of(null).orValue(timestamp(0))", "timestamp"),
        ("optional.none().or(optional.of(1))", "optional_type(int)"),
        ("optional.of(1).optMap(x, x + 1).optMap(x, [x])", "optional_type(list(int))"),
        ("null == timestamp(0)", "bool"), ("null in [duration('1s')]", "bool"),
        ("[int, string]", "list(type(dyn))"), ("[type([]), int]", "list(type(dyn))"),
        ("[int, type([])]", "list(type(dyn))"),
        ("[int, type(1)]", "list(type(int))"), ("[type([]), type([])]", "list(type(list(dyn)))"),
        ("true ? int : string", "type(dyn)"), ("{'a': int, 'b': string}", "map(string, type(dyn))"),
        ("[int] + [string]", "list(type(dyn))"), ("[int, 1]", "list(dyn)"),
        ("math.greatest(1, 2, 3)", "int"), ("math.least([1.5, 2.5])", "double"), ("math.greatest(1, 2u, 3)", "dyn"),
        ("math.least(1, 2.5)", "dyn"), ("math.greatest(dyn([1]))", "dyn"),
    ])
    func isDeduced(source: String, type: String) throws {
        let environment = Environment()
        #expect("\(try check(try parse(source, in: environment), in: environment).type)" == type)
    }
}
