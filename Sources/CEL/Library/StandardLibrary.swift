/// The functions that every environment has unless it says otherwise.
public enum StandardLibrary {
    /// Operators first, then the families in the order of the documentation.
    public static let all: [FunctionDeclaration] =
        operators + core + conversions + time + strings + textLists + [format] + math + lists + aggregates + sets
        + optionals + encoders + network
}
