enum SetFunctions {
    static let all: [FunctionDeclaration] = []
}
