extension StandardLibrary {
    /// To be filled.
    static let core: [FunctionDeclaration] = []
}
