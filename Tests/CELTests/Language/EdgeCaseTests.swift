import CEL
import Testing

/// Corners of the language and its library; each source says what it must come to.
@Suite struct EdgeCaseTests {
    /// Each is true, checked and unchecked.
    static let truths: [String] =
        numbers + comparisons + conversions + times + texts + formats + collections + optionals + macros + networks

    static let numbers = [
        "-9223372036854775808 < -9223372036854775807", "-0x8000000000000000 == -9223372036854775807 - 1",
        "0xFFFFFFFFFFFFFFFFu == 18446744073709551615u", "--1 == 1", "5 % -3 == 2", "-5 % 3 == -2", "07 == 7",
        "08.5 == 8.5", ".5 == 0.5", "1e3 == 1000.0", "0.0 == -0.0", "1.0 / -0.0 < 0.0", "1 == 1 == true",
        "(false ? 1 : true ? 3 : 4) == 3", "math.greatest(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) == 12",
        "math.least([dyn(3), 2u, 2.5]) == 2", "math.bitShiftRight(-1, 1) == 9223372036854775807",
        "math.bitShiftLeft(1, 64) == 0", "math.bitShiftLeft(1, 63) < 0", "math.bitNot(0u) == 18446744073709551615u",
        "math.round(-0.5) == -1.0", "math.round(2.5) == 3.0", "math.isNaN(math.round(0.0 / 0.0))",
        "1.0 / math.ceil(-0.5) < 0.0", "1.0 / math.abs(-0.0) > 0.0", "math.isNaN(math.sqrt(-1.0))",
        "math.sqrt(15u) > 3.8", "math.sign(-3.5) == -1.0", "math.isNaN(math.sign(0.0 / 0.0))",
        "1.0 / math.sign(-0.0) > 0.0",
    ]

    static let comparisons = [
        "dyn(1) < 2u", "dyn(-1) < 0u", "dyn(18446744073709551615u) > 9223372036854775807", "dyn(1u) == 1.0",
        "dyn(9007199254740993) == 9007199254740992.0", "![0.0 / 0.0].exists(x, x == x)", "false < true", "b'a' < b'b'",
        "b'' < b'\\x00'", "'Z' < 'a'", "'\\uFFFF' < '\\U00010000'", "dyn('a') != 1", "dyn(null) != 0", "null == null",
        "dyn([1]) == [1.0]", "dyn({1: 'a'}) == {1u: 'a'}", "dyn({1u: [1.0]}) == {1: [1u]}", "{1: 'a'}[dyn(1u)] == 'a'",
        "!(dyn(3.5) in {3: 1})", "type(1) == int && type(type(1)) == type && type(null) == null_type",
        "[type(1), type(true)] == [int, bool]", "type(timestamp(0)) == google.protobuf.Timestamp",
        "type(optional.none()) == optional_type", "type(ip('::1')) == net.IP", "[int, string][0] == type(1)",
        "(true ? int : string) == int", "int in [string, int]", "{'a': int, 'b': type([])}.b == list",
        "null != timestamp(0)", "!(null in [duration('1s')])", "([1] + [dyn('a')])[1] == 'a'",
        "optional.none().or(optional.of(dyn('a'))).value() == 'a'", "optional.of(1).orValue(dyn('a')) == 1",
    ]

    static let conversions = [
        "int('-9223372036854775808') == -9223372036854775808", "int('-0') == 0", "int('+5') == 5", "int(-1.9) == -1",
        "uint(1.9) == 1u", "uint('18446744073709551615') == 18446744073709551615u", "double('.5') == 0.5",
        "double('1e400') > 1e308", "double('-Inf') < 0.0", "math.isNaN(double('NaN'))", "1.0 / double('-0.0') < 0.0",
        "string(1e20) == '1e+20'", "string(-0.0) == '-0'", "string(0.1 + 0.2) == '0.30000000000000004'",
        "string(18446744073709551615u) == '18446744073709551615'", "bytes('é') == b'\\xc3\\xa9'",
        "string(b'\\xc3\\xa9') == 'é'", "bool('t') && !bool('f')",
        "string(duration('-0.0005s')) == '-0.0005s'",
        "string(timestamp('2009-02-13T23:31:30.100Z')) == '2009-02-13T23:31:30.1Z'",
        "int(timestamp('1969-12-31T23:59:59.5Z')) == -1", "timestamp(253402300799).getFullYear() == 9999",
        "'\\x80'.size() == 1 && b'\\x80'.size() == 1 && b'é'.size() == 2",
        "base64.decode('aGVsbG8') == b'hello' && base64.decode('aGVsbG8=') == b'hello' && base64.decode('') == b''",
    ]

    static let times = [
        "timestamp('2009-02-13t23:31:30z') == timestamp('2009-02-13T23:31:30Z')",
        "timestamp('2009-02-13T23:31:30-00:00') == timestamp('2009-02-13T23:31:30Z')",
        "timestamp('2009-02-13T23:31:30+05:30') < timestamp('2009-02-13T23:31:30Z')",
        "timestamp('9999-12-31T23:59:59.999999999Z').getMilliseconds() == 999",
        "timestamp('1969-12-31T23:59:59.5Z').getMilliseconds() == 500", "duration('0') == duration('0s')",
        "duration('+5s') == duration('5s')", "duration('.5s') == duration('500ms')",
        "duration('5.s') == duration('5s')",
        "duration('1.5h30m2.5s3ms4us5ns') == duration('7202503004005ns')",
        "duration('2562047h47m16.854775807s') == duration('9223372036854775807ns')",
        "duration('-90s').getMinutes() == -1", "duration('-1.5s').getMilliseconds() == -500",
        "duration('1h30m').getMinutes() == 90", "timestamp('2020-12-31T12:00:00Z').getDayOfYear('Asia/Tokyo') == 365",
        "timestamp('2009-02-13T23:31:30Z').getHours('08:00') == 7",
        "timestamp('2009-02-13T23:31:30Z').getHours('-08:00') == 15",
        "timestamp('2009-02-14T00:00:00Z').getDayOfWeek() == 6 && timestamp('2009-02-15T00:00:00Z').getDayOfWeek() == 0",
        "timestamp('2024-02-29T00:00:00Z') + duration('24h') == timestamp('2024-03-01T00:00:00Z')",
        "timestamp('2024-03-01T00:00:00Z') - timestamp('2024-02-29T00:00:00Z') == duration('24h')",
        "duration('24h') + timestamp(0) == timestamp(86400)",
    ]

    static let texts = [
        "'''a\r\nb\rc''' == 'a\\nb\\nc'",
        "'2026-09'.matches('^(?<year>[0-9]{4})-(?<month>[0-9]{2})$') && '<'.matches('[(?<n](?<m>)')",
        "'(?<n>x'.matches('^\\\\(\\\\?<n>(?<m>x)$')", "'abc'.charAt(3) == ''", "'abc'.indexOf('', 3) == 3",
        "'abc'.indexOf('') == 0", "'abc'.lastIndexOf('') == 3",
        "'abc'.lastIndexOf('', 1) == 1", "'abc'.lastIndexOf('bc', 1) == 1", "'abc'.lastIndexOf('c', 1) == -1",
        "''.indexOf('a') == -1", "'abc'.substring(3) == ''", "'abc'.substring(1, 1) == ''", "'a,b'.split(',', 0) == []",
        "'a,b'.split(',', 1) == ['a,b']", "''.split(',') == ['']", "''.split('') == []",
        "'abc'.split('', 2) == ['a', 'bc']",
        "'aaa'.replace('', '-') == '-a-a-a-'", "'aaa'.replace('', '-', 2) == '-a-aa'",
        "'éa'.replace('', '-') == '-é-a-'",
        "'aaa'.replace('a', 'b', 0) == 'aaa'", "[].join('x') == ''", "'\\u0085 x \\u2028'.trim() == 'x'",
        "'\\u200bx\\u180e'.trim().size() == 3", "'ÀÉ'.lowerAscii() == 'ÀÉ'", "'e\\u0301'.reverse() == '\\u0301e'",
        "'a\\r\\nb'.size() == 4 && 'a\\r\\nb'.contains('\\n') && 'a\\r\\nb'.split('\\n') == ['a\\r', 'b']",
        "'a\\r\\nb'.replace('\\n', '') == 'a\\rb'", "'😀a'.indexOf('a') == 1 && '😀a'.substring(1) == 'a'",
        "!('a\\n'.matches('a$')) && 'é'.matches('^.$') && !('é'.matches(r'^\\w$')) && 'x'.matches('')",
        "strings.quote('a\"b\\\\\\n') == '\"a\\\\\"b\\\\\\\\\\\\n\"'", "'\\303' == 'Ã' && b'\\303'.size() == 1",
        "'''a\\'''b''' == \"a'''b\"", "\"\"\"a\"b\"\"\" == 'a\"b'", "r'\\s' == '\\\\s' && bR'\\x' == b'\\\\x'",
        "'\\?\\`' == '?`'",
    ]

    static let formats = [
        "'%s %s %s'.format([1.0, 0.1, -0.0]) == '1 0.1 -0'",
        "'%s %f %e'.format([1.0 / 0.0, 0.0 / 0.0, -1.0 / 0.0]) == 'Infinity NaN -Infinity'",
        "'%.0f %.0f %.3e'.format([2.5, 3.5, 1234.5678]) == '2 4 1.235e+03'",
        "'%x %X %x'.format([-255, 255u, 'é']) == '-ff FF c3a9'",
        "'%b %b %o'.format([-5, true, -8]) == '-101 1 -10'", "'%%'.format([]) == '%'",
        "'%s'.format([[1, 'a', 2.5, null, true, duration('1h'), int]]) == '[1, a, 2.5, null, true, 3600s, int]'",
        "'%s %s %d'.format([1e20, [-1.5e21], 1.25e-7]) == '100000000000000000000 [-1500000000000000000000] 0.000000125'",
        "'%s'.format([b'\\xff\\xfeA\\xc3']) == '\\ufffdA\\ufffd'",
        "'%s'.format([b'\\xef\\xbf\\xbd\\xff']) == '\\ufffd\\ufffd'",
        "'%s'.format([{'b': 1, 'a': [1], 3: 'x', true: 1u}]) == '{3: x, a: [1], b: 1, true: 1}'",
    ]

    static let collections = [
        "[1, 2, 3][dyn(1.0)] == 2", "[,] == [] && {,} == {}", "[1, 2,] == [1, 2] && {'a': 1,} == {'a': 1}",
        "{'b c': 1}.`b c` == 1",
        "has({'a.b': 1}.`a.b`)", "{'if': 1}.if == 1", "[3, 1, 2].sort() == [1, 2, 3]",
        "[dyn(2), 1u, 1.5].sort() == [1u, 1.5, 2]",
        "[dyn(1), [2, [3]]].flatten(2) == [1, 2, 3]", "lists.range(-1) == []",
        "[dyn(1), 1u, 1.0].distinct().size() == 1",
        "[0.0 / 0.0, 0.0 / 0.0].distinct().size() == 2", "['\\u00e9', 'e\\u0301'].distinct().size() == 2",
        "[[1], [1]].distinct() == [[1]]", "sets.contains([dyn(1)], [1.0]) && sets.contains([], [])",
        "sets.equivalent([dyn(1), 1], [1u])", "!sets.intersects([], [1])", "[1, 2, 3, 4].slice(4, 4) == []",
        "[{'n': 'b', 'a': 2}, {'n': 'a', 'a': 2}, {'n': 'c', 'a': 1}].sortBy(m, m.a).map(m, m.n) == ['c', 'b', 'a']",
        "[3, 1, 2].sortBy(x, -x) == [3, 2, 1] && [].sortBy(x, x) == []",
    ]

    static let optionals = [
        "{'a': null}.?a.hasValue() && optional.of(null).hasValue()", "!optional.ofNonZeroValue(0.0).hasValue()",
        "optional.none() == optional.none()", "optional.of(optional.none()).hasValue()", "[?optional.none(), 1] == [1]",
        "{?'a': optional.of(1), ?'b': optional.none()} == {'a': 1}", "optional.of([1, 2])[0].value() == 1",
        "!optional.of({'a': {'b': 1}}).a.c.hasValue()", "optional.of({'a': {'b': 1}}).a.b.value() == 1",
        "has({'a': {'b': 1}}.?a.b)", "!has({'a': {}}.?a.b)", "![1, 2][?5].hasValue()", "{'a': 1}[?'b'].orValue(7) == 7",
        "optional.of(1).or(optional.of(1 / 0)).value() == 1", "!optional.none().optMap(x, x + 1).hasValue()",
        "optional.of(3).optFlatMap(x, x > 2 ? optional.of(x) : optional.none()).value() == 3",
        "optional.unwrap([optional.of(1), optional.none()]) == [1]", "[optional.none()].unwrapOpt() == []",
    ]

    static let macros = [
        "[0, 1].exists(x, 1 / x == 1) && ![0, 1].all(x, 1 / x > 5)",
        "[].all(x, 1 / 0 == x) && ![].exists(x, 1 / 0 == x)",
        "[1, 2].map(x, x > 1, x * 2) == [4]", "{'a': 1}.all(k, v, k == 'a' && v == 1)",
        "[5].exists(i, v, i == 0 && v == 5)",
        "[1, 2].transformList(i, v, i * v) == [0, 2]", "[1, 2].transformMap(i, v, i > 0, v) == {1: 2}",
        "['a', 'b'].transformMapEntry(i, v, {v: i}) == {'a': 0, 'b': 1}", "[1, 1].existsOne(x, x == 1) == false",
        "[1, 2, 3].map(x, [1, 2].map(x, x)) == [[1, 2], [1, 2], [1, 2]]",
        // A binding that nobody needs may fail, and one that is needed fails where it is read.
        "cel.bind(x, 1 / 0, true)", "cel.bind(x, 1 / 0, x > 1 || true)", "cel.bind(x, 1 / 0, cel.bind(x, 1, x == 1))",
        "[1, 0].exists(n, cel.bind(x, 1 / n, x == 1))",
    ]

    static let networks = [
        "string(ip('2001:DB8::68')) == '2001:db8::68'", "ip('::ffff:c0a8:1') == ip('192.168.0.1')",
        "ip('::1') == ip('0:0:0:0:0:0:0:1')", "!ip.isCanonical('::ffff:c0a8:1')",
        "!isIP('1.2.3.4/8') && !isCIDR('10.0.0.0')",
        "!isIP('192.168.0.01') && !isIP('1::2::3') && !isIP('12345::') && !isIP('fe80::1%eth0')",
        "!isCIDR('10.0.0.0/033') && !isCIDR('10.0.0.0/33') && !isCIDR('::1/129') && !isCIDR('10.0.0.0/+4')",
        "cidr('10.0.0.0/8') != cidr('10.0.0.1/8')", "!cidr('10.0.0.0/8').containsIP('::1')",
        "dyn(ip('::1')) != dyn('::1')",
        "!ip('255.255.255.255').isGlobalUnicast() && ip('ff02::1').isLinkLocalMulticast()",
    ]

    @Test(arguments: truths)
    func holds(source: String) throws {
        let environment = Environment()
        let parsed = try parse(source, in: environment)
        let programs = [
            Program(try check(parsed, in: environment), in: environment), Program(unchecked: parsed, in: environment),
        ]
        for program in programs {
            guard case .success(.bool(true)) = program.evaluate(Activation()) else {
                Testing.Issue.record("\(source): \(program.evaluate(Activation()))")
                continue
            }
        }
    }

    /// None of them has a value: refused, or an error when evaluated.
    @Test(arguments: [
        "1.", "1.e3", "1e", "1_000", "0X1F", "0x", "9223372036854775808", "-9223372036854775809",
        "18446744073709551616u",
        "-1u", "1 < 2 < 3", "1 + 1u", "1 + 1.0", "1.5 % 1.0", "-(-9223372036854775808)", "0u - 1u", "1u % 0u",
        "-9223372036854775808 % -1", "math.abs(-9223372036854775808)", "math.greatest()", "math.greatest([])",
        "math.greatest('a')", "math.greatest(1, dyn('a'))", "math.least(dyn([1]), 2, 3)", "math.bitShiftLeft(1u, -1)",
        "math.trunc(dyn(1))",
        "int(' 5')", "int('')", "int('0x10')", "uint('-1')", "uint(-0.5)", "int(9223372036854775807.0)",
        "int(-9223372036854775808.0)", "uint(18446744073709551615.0)", "int(0.0 / 0.0)", "double('')",
        "double('0x1p3')",
        "double(' 1')", "bool('TrUe')", "bool('yes')", "string(null)", "string([])", "int(true)", "duration(1)",
        "timestamp(1.5)", "timestamp(253402300800)", "timestamp(-62135596801)", "string(b'\\xff')",
        "timestamp('2009-02-13T23:31:60Z')", "timestamp('2009-02-13 23:31:30Z')", "timestamp('2009-02-29T00:00:00Z')",
        "timestamp('2009-02-13')", "timestamp('2009-02-13T23:31:30')", "timestamp('2009-02-13T23:31:30,5Z')",
        "timestamp('2009-02-13T23:31:30+24:00')", "timestamp('0000-01-01T00:00:00Z')",
        "timestamp('9999-12-31T23:59:59-01:00')", "timestamp('2009-02-13T23:31:30.1234567890Z')", "duration('')",
        "duration('1')", "duration('1d')", "duration('.s')", "duration('1h 3m')", "duration('1s-1s')",
        "duration('1e3s')", "timestamp(0).getHours('UTC+1')", "timestamp(0).getHours('PST')",
        "timestamp(0).getHours('CEST')", "timestamp(0).getHours('GMT+5')",
        "duration('2562048h')", "-duration('1s')", "timestamp('9999-12-31T23:59:59Z') + duration('1s')",
        "timestamp('0001-01-01T00:00:00Z') - duration('1ns')",
        "timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')", "timestamp(0).getHours('')",
        "timestamp(0).getHours('Local')", "timestamp(0).getHours('+8:00')", "timestamp(0).getHours('../../etc/passwd')",
        "'a'.charAt(-1)", "'a'.charAt(2)", "'a'.indexOf('a', 2)", "'a'.lastIndexOf('a', -1)", "'a'.substring(2)",
        "'ab'.substring(2, 1)", "[1].join()", "[dyn(1)].join()", "'%'.format([])", "'%s'.format([])",
        "'%.f'.format([1.5])",
        "'%5d'.format([1])", "'%q'.format([1])", "'%d'.format(['x'])", "'%x'.format([1.5])",
        "'%s'.format([optional.of(1)])",
        "'%.1001f'.format([1.0])", "base64.decode('a')", "base64.decode('=')", "base64.decode('====')",
        "base64.decode('aGVsbG8==')", "base64.decode('aGVs bG8=')",
        "'\\ud83d'", "'\\U00110000'", "'\\400'", "'\\s'", "'\\u{e9}'", "b'\\u00e9'", "rb'a'", "'a\nb'", "R'\\''",
        "'a'.matches('(')", "'a'.matches('a(?=b)')", "'a'.matches('(?<=b)a')", "'a'.matches('(?<n>a')",
        "'a'.matches('\\\\1')", "'a'.matches('a{1001}')",
        "[1, 2, 3][-1]", "[1, 2, 3][3]", "[1][dyn(1.5)]", "[1]['a']", "{'a': 1}.b", "dyn(null).a", "{1: 1, 1u: 2}",
        "{'a': 1, 'a': 2}", "{1.5: 1}", "{null: 1}", "{dyn(1.0): 1}", "[1] < [2]", "dyn(null) < 1", "dyn(1) < 'a'",
        "'a' in 'abc'", "[dyn(1), 'a'].sort()", "[[1], [2]].sort()", "[1, 2].sortBy(x, [x])", "1.sortBy(x, x)",
        "[1].sortBy(x.y, x)", "[1, 2].slice(1, 3)", "[1].slice(-1, 0)", "[1].flatten(-1)", "{?'a': 1}", "[?1]",
        "optional.none().value()", "[1].all(x.y, true)", "[1].all(x, x, true)",
        "1.all(x, true)", "has(x)", "has({}['a'])", "has({'a': 1}.?a)", "[3, 2, 1, 0].exists_one(n, 12 / n > 1)",
        "[1, 0].map(x, 1 / x)",
        "['a', 'a'].transformMapEntry(i, v, {v: i})", "cel.bind(x.y, 1, 2)", "cel.bind(x, 1 / 0, x)", "[,,]", "{,,}",
        "[,1]",
        "size('',)", "`a`",
        "{'in': 1}.in", "if", "in", "", "// only", "a b", "(1", "1)", "ip('')", "ip('::ffff:192.168.0.1')",
        "ip('1.2.3.4.5')",
        "cidr('10.0.0.0')", "cidr('10.0.0.0/8').containsIP('x')",
    ])
    func hasNoValue(source: String) {
        let environment = Environment()
        guard let parsed = try? parse(source, in: environment) else { return }
        if let checked = try? check(parsed, in: environment),
            case .success(let value) = Program(checked, in: environment).evaluate(Activation())
        {
            Testing.Issue.record("\(source) is \(value)")
        }
        if case .success(let value) = Program(unchecked: parsed, in: environment).evaluate(Activation()) {
            Testing.Issue.record("\(source), unchecked, is \(value)")
        }
    }

    /// An unknown could still settle what an error cannot: it is what a reader has to hear of.
    @Test(arguments: [
        "1 / 0 > 1 || asked", "asked || 1 / 0 > 1", "1 / 0 > 1 && asked", "[0, 1].all(n, 1 / n > 5 || asked)",
    ])
    func unknownOutweighsError(source: String) throws {
        let environment = Environment(variables: ["asked": .bool])
        let program = Program(unchecked: try parse(source, in: environment), in: environment)
        let result = program.evaluate(
            Activation { (name) throws(EvaluationError) in throw EvaluationError("no answer", kind: .notKnown) })
        guard case .failure(let error) = result else {
            Testing.Issue.record("\(source) has a value")
            return
        }
        #expect(error.kind == .notKnown)
    }
}
