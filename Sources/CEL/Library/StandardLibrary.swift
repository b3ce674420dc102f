/// The functions that every environment has unless it says otherwise.
public enum StandardLibrary {
    public struct Family: Sendable {
        public var title: String
        public var functions: [FunctionDeclaration]
    }

    /// In the order of the documentation.
    public static let families = [
        Family(title: "Operators", functions: operators),
        Family(title: "Basics", functions: core),
        Family(title: "Conversions", functions: conversions),
        Family(title: "Texts", functions: strings + textLists + [format]),
        Family(title: "Lists", functions: lists + aggregates),
        Family(title: "Lists as sets", functions: sets),
        Family(title: "Times", functions: time),
        Family(title: "Numbers", functions: math),
        Family(title: "Optionals", functions: optionals),
        Family(title: "Base64", functions: encoders),
        Family(title: "Internet addresses", functions: network),
    ]

    public static let all: [FunctionDeclaration] = families.flatMap(\.functions)
}
