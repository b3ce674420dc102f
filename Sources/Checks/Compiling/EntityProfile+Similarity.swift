public import Identifiers

extension EntityProfile {
    /// What a check's expressions gave on one record.
    public init(_ texts: Similarity<String>) {
        self.init(name: texts.name, same: texts.same, places: texts.places, identifiers: texts.identifiers)
    }
}
