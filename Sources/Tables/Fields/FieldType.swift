/// What the cells of a field are read as.
public enum FieldType: String, Sendable, CaseIterable {
    case string, bool, int, decimal
    /// A day without time.
    case date
}
