import CEL
import Checks
import Diagnostics

/// Who is asking.
extension ConnectorDecoder {
    func authentication(_ node: YAMLNode?) -> Authentication {
        guard let node, !node.isText("none") else { return Authentication() }
        var reader = MappingReader(node, what: "auth", diagnostics: diagnostics)
        var authentication = Authentication()
        let login = reader.value("login").flatMap { self.login($0) }
        let request = environment.withRequest
        let environment = login == nil ? request : request.adding(["token"], of: .string)
        authentication.headers = templates(reader.mapping("header"), "the header", in: environment)
        authentication.query = templates(reader.mapping("query"), "the parameter", in: environment)
        authentication.basic = self.basic(reader.value("basic"))
        authentication.login = login
        reader.finish()
        return authentication
    }

    private func basic(_ node: YAMLNode?) -> (user: CompiledTemplate, password: CompiledTemplate)? {
        guard let node else { return nil }
        var reader = MappingReader(node, what: "basic", diagnostics: diagnostics)
        func part(_ key: String) -> CompiledTemplate? {
            reader.source(key).flatMap { diagnostics.template($0, "'\(key)'", in: environment.withRequest) }
        }
        let (user, password) = (part("user"), part("password"))
        reader.finish()
        return user.map { ($0, password ?? CompiledTemplate(parts: [])) }
    }

    private func login(_ node: YAMLNode) -> Authentication.Login? {
        var reader = MappingReader(node, what: "login", diagnostics: diagnostics)
        let request = environment.withRequest
        let url = reader.requiredText("post").flatMap {
            diagnostics.template(SourceText(text: $0.text, node: $0.node), "'post'", in: request)
        }
        let headers = templates(reader.mapping("headers"), "the header", in: request)
        let basic = self.basic(reader.value("basic"))
        let body = self.body(&reader, in: request)
        let answer = environment.withAnswer
        let token = reader.source("token").flatMap { formula($0, .string, "'token'", in: answer) }
        let life = reader.source("seconds").flatMap { formula($0, .double, "'seconds'", in: answer) }
        reader.finish()
        guard let url, let token, let life else {
            diagnostics.report("a login needs 'post', 'token' and 'seconds'", at: node.location)
            return nil
        }
        return Authentication.Login(url: url, headers: headers, basic: basic, body: body, token: token, life: life)
    }
}
