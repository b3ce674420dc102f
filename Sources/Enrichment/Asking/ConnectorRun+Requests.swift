import CEL
import HTTP

/// Requests as they are sent and as they are shown, and the tokens that they take.
extension ConnectorRun {
    func build(
        _ step: Step,
        _ item: [String: Value],
        url: String?,
        secrets: SecretRecord,
        token: String
    ) throws(NotKnown) -> BuiltRequest {
        func builder(_ secrets: SecretRecord) -> RequestBuilder {
            RequestBuilder(activation: activation(item.merging(["token": .string(token)]) { $1 }, secrets: secrets))
        }
        var address = if let url { url } else { try builder(secrets).url(step.url, base: connector.baseURL) }
        if step.mayLeaveHost {
            try connector.requireEncryption(address)
        } else {
            try connector.requireOwnHost(address)
        }
        // Where else an answer leads, nobody learns who is asking.
        let isOwnHost = connector.isOnOwnHost(address)
        let authentication = isOwnHost ? connector.authentication : Authentication()
        let trust = isOwnHost ? connector.trust : HTTPRequest.Trust(caFile: connector.trust.caFile)
        let builder = builder(isOwnHost ? secrets : secrets.withheld)
        if url == nil, !isOwnHost { address = try builder.url(step.url, base: connector.baseURL) }
        let query = try (url == nil ? builder.query(step.query) : []) + builder.query(authentication.query)
        if !query.isEmpty { address += (address.contains("?") ? "&" : "?") + query.joined(separator: "&") }
        var headers =
            try builder.headers(connector.headers) + builder.headers(step.headers)
            + builder.headers(authentication.headers)
        if let basic = authentication.basic {
            headers.append(("Authorization", secrets.isReal ? try builder.basic(basic) : "Basic ***"))
        }
        let body = try step.body.map { (body) throws(NotKnown) in try builder.body(body) }
        headers.addContentType(body?.type)
        var request = HTTPRequest(
            step.method, address, headers: headers, body: body.map { Array($0.text.utf8) }, limits: connector.limits,
            trust: trust)
        if request.method == .post, request.body == nil { request.body = [] }
        return BuiltRequest(
            request: request,
            shown: ShownRequest(
                method: step.method.rawValue, url: address, headers: headers.map { "\($0.name): \($0.value)" },
                body: body?.text ?? ""))
    }

    func token(renewing refused: String?) async throws(NotKnown) -> String {
        guard let login = connector.authentication.login else { return "" }
        let builder = RequestBuilder(
            activation: activation(secrets: SecretRecord(names: connector.secrets, values: fetcher.secrets)))
        let address = try builder.url(login.url, base: connector.baseURL)
        var headers = try builder.headers(connector.headers) + builder.headers(login.headers)
        if let basic = login.basic { headers.append(("Authorization", try builder.basic(basic))) }
        let body = try login.body.map { (body) throws(NotKnown) in try builder.body(body) }
        headers.addContentType(body?.type)
        let request = HTTPRequest(
            .post, address, headers: headers, body: Array((body?.text ?? "").utf8), limits: connector.limits,
            trust: connector.trust)
        let (connector, fetcher) = (connector, fetcher)
        return try await fetcher.token(for: connector, renewing: refused) {
            await fetcher.logIn(request, of: connector).flatMap { login.token(in: $0) }
        }
    }
}

extension [(name: String, value: String)] {
    fileprivate mutating func addContentType(_ type: String?) {
        if let type, !contains(where: { $0.name.lowercased() == "content-type" }) { append(("Content-Type", type)) }
    }
}
