/// A value of type `net.IP`.
struct IPValue: OpaqueValue {
    let address: IPAddress

    var typeName: String { "net.IP" }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? IPValue)?.address.unmapped == address.unmapped }
}

/// A value of type `net.CIDR`: a network.
struct CIDRValue: OpaqueValue {
    let address: IPAddress
    let prefixLength: Int

    var typeName: String { "net.CIDR" }

    func isEqual(to other: any OpaqueValue) -> Bool {
        guard let other = other as? CIDRValue else { return false }
        return other.address == address && other.prefixLength == prefixLength
    }

    func contains(_ other: IPAddress) -> Bool {
        other.family == address.family && other.masked(prefixLength) == address.masked(prefixLength)
    }

    func contains(_ other: CIDRValue) -> Bool { prefixLength <= other.prefixLength && contains(other.address) }
}

extension StandardLibrary {
    private static let ip = CELType.opaque("net.IP", [])
    private static let cidr = CELType.opaque("net.CIDR", [])

    /// Source: the conformance suite `network_ext`, which follows Kubernetes' IP and CIDR libraries.
    static let network: [FunctionDeclaration] = [
        FunctionDeclaration(
            "ip",
            "An Internet address from its text, or of a network.",
            examples: [
                .init("ip('127.0.0.1').isLoopback()", "true"), .init("string(cidr('10.0.0.0/8').ip())", "'10.0.0.0'"),
            ],
            overloads: [
                .global("string_to_ip", [.string], ip) { values throws(EvaluationError) in
                    .opaque(IPValue(address: try address(try Arguments(values, of: "ip").string(0))))
                },
                .member("cidr_ip", [cidr], ip) { values throws(EvaluationError) in
                    .opaque(IPValue(address: try network(values[0]).address))
                },
            ]
        ),
        FunctionDeclaration(
            "isIP",
            "The text is an Internet address.",
            examples: [.init("isIP('10.0.0.256')", "false")],
            overloads: [
                .global("is_ip", [.string], .bool) { values throws(EvaluationError) in
                    .bool((try? IPAddress(Arguments(values, of: "isIP").string(0))) != nil)
                }
            ]
        ),
        FunctionDeclaration(
            "ip.isCanonical",
            "The address is written in its canonical form.",
            examples: [.init("ip.isCanonical('2001:DB8::68')", "false")],
            overloads: [
                .global("ip_is_canonical", [.string], .bool) { values throws(EvaluationError) in
                    let text = try Arguments(values, of: "ip.isCanonical").string(0)
                    return .bool(try address(text).description.hasSameBytes(as: text))
                }
            ]
        ),
        FunctionDeclaration(
            "family",
            "4 or 6.",
            examples: [.init("ip('::1').family()", "6")],
            overloads: [
                .member("ip_family", [ip], .int) { values throws(EvaluationError) in
                    .int(try address(values[0]).family)
                }
            ]
        ),
        test("isUnspecified", "The address is all zeros.", "0.0.0.0") { $0.isUnspecified },
        test("isLoopback", "The address is the machine itself.", "127.0.0.1") { $0.isLoopback },
        test("isGlobalUnicast", "The address is one machine's, beyond the link.", "192.168.0.1") { $0.isGlobalUnicast },
        test("isLinkLocalMulticast", "The address is several machines', on the link.", "224.0.0.1") {
            $0.isLinkLocalMulticast
        },
        test("isLinkLocalUnicast", "The address is one machine's, on the link.", "fe80::1") { $0.isLinkLocalUnicast },
        FunctionDeclaration(
            "cidr",
            "A network from its text.",
            examples: [.init("cidr('192.168.0.0/24').containsIP('192.168.0.1')", "true")],
            overloads: [
                .global("string_to_cidr", [.string], cidr) { values throws(EvaluationError) in
                    .opaque(try network(try Arguments(values, of: "cidr").string(0)))
                }
            ]
        ),
        FunctionDeclaration(
            "isCIDR",
            "The text is a network.",
            examples: [.init("isCIDR('10.0.0.0/33')", "false")],
            overloads: [
                .global("is_cidr", [.string], .bool) { values throws(EvaluationError) in
                    .bool((try? network(Arguments(values, of: "isCIDR").string(0))) != nil)
                }
            ]
        ),
        FunctionDeclaration(
            "containsIP",
            "The address belongs to the network.",
            examples: [.init("cidr('10.0.0.0/8').containsIP(ip('11.0.0.1'))", "false")],
            overloads: [
                .member("cidr_contains_ip_string", [cidr, .string], .bool) { values throws(EvaluationError) in
                    let text = try Arguments(values, of: "containsIP").string(1)
                    return .bool(try network(values[0]).contains(try address(text)))
                },
                .member("cidr_contains_ip_ip", [cidr, ip], .bool) { values throws(EvaluationError) in
                    .bool(try network(values[0]).contains(try address(values[1])))
                },
            ]
        ),
        FunctionDeclaration(
            "containsCIDR",
            "The second network is a part of the first.",
            examples: [.init("cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')", "true")],
            overloads: [
                .member("cidr_contains_cidr_string", [cidr, .string], .bool) { values throws(EvaluationError) in
                    let text = try Arguments(values, of: "containsCIDR").string(1)
                    return .bool(try network(values[0]).contains(try network(text)))
                },
                .member("cidr_contains_cidr", [cidr, cidr], .bool) { values throws(EvaluationError) in
                    .bool(try network(values[0]).contains(try network(values[1])))
                },
            ]
        ),
        FunctionDeclaration(
            "masked",
            "The network with the address's bits behind the prefix cleared.",
            examples: [.init("string(cidr('192.168.0.1/24').masked())", "'192.168.0.0/24'")],
            overloads: [
                .member("cidr_masked", [cidr], cidr) { values throws(EvaluationError) in
                    let network = try network(values[0])
                    let masked = network.address.masked(network.prefixLength)
                    return .opaque(CIDRValue(address: masked, prefixLength: network.prefixLength))
                }
            ]
        ),
        FunctionDeclaration(
            "prefixLength",
            "How many bits of its addresses a network fixes.",
            examples: [.init("cidr('10.0.0.0/8').prefixLength()", "8")],
            overloads: [
                .member("cidr_prefix_length", [cidr], .int) { values throws(EvaluationError) in
                    .int(Int64(try network(values[0]).prefixLength))
                }
            ]
        ),
    ]

    /// The overloads of `string` for these types; the function stands with the conversions.
    static let networkToString: [FunctionDeclaration.Overload] = [
        .global("ip_to_string", [ip], .string) { values throws(EvaluationError) in
            .string(try address(values[0]).description)
        },
        .global("cidr_to_string", [cidr], .string) { values throws(EvaluationError) in
            let network = try network(values[0])
            return .string("\(network.address)/\(network.prefixLength)")
        },
    ]

    private static func test(
        _ name: String,
        _ documentation: String,
        _ example: String,
        _ body: @escaping @Sendable (IPAddress) -> Bool
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [.init("ip('\(example)').\(name)()", "true")],
            overloads: [
                .member("ip_\(name)", [ip], .bool) { values throws(EvaluationError) in
                    .bool(body(try address(values[0]).unmapped))
                }
            ]
        )
    }

    private static func address(_ value: Value) throws(EvaluationError) -> IPAddress {
        guard case .opaque(let opaque) = value, let ip = opaque as? IPValue else { throw unreadable("an address") }
        return ip.address
    }

    private static func network(_ value: Value) throws(EvaluationError) -> CIDRValue {
        guard case .opaque(let opaque) = value, let network = opaque as? CIDRValue else {
            throw unreadable("a network")
        }
        return network
    }

    private static func address(_ text: String) throws(EvaluationError) -> IPAddress {
        do throws(IPAddress.ParseError) {
            return try IPAddress(text)
        } catch {
            switch error {
            case .malformed: throw unreadable("an Internet address")
            case .zone: throw EvaluationError("an Internet address with a zone is not allowed")
            case .mappedIPv4: throw EvaluationError("an IPv4 address within an IPv6 address is not allowed")
            }
        }
    }

    private static func network(_ text: String) throws(EvaluationError) -> CIDRValue {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw unreadable("a network") }
        let address = try address(String(parts[0]))
        guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), parts[1] == "0" || parts[1].utf8.first != 48,
            let prefixLength = Int(parts[1]), prefixLength <= address.bytes.count * 8
        else { throw unreadable("a network") }
        return CIDRValue(address: address, prefixLength: prefixLength)
    }
}
