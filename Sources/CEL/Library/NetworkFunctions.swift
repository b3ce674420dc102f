enum NetworkFunctions {
    static let all: [FunctionDeclaration] = []
}
