public import Diagnostics

/// Which column of a file holds which field, and why.
///
/// A plan's word goes first, then the field's own name, then its synonyms in the order of `FieldDefinition.synonyms`.
/// Case, accents, blanks and punctuation of headers do not count. Every column ends up in `columns` or in `unmapped`.
public struct HeaderMapping: Sendable {
    /// What a plan says about a field.
    public struct Declaration: Sendable {
        public let field: String
        /// The header as the plan names it.
        public let column: String
        /// Absent means the standard type, or text where the field is none of the standard ones.
        public let type: FieldType?
        public let location: SourceLocation?

        public init(field: String, column: String, type: FieldType? = nil, location: SourceLocation? = nil) {
            self.field = field
            self.column = column
            self.type = type
            self.location = location
        }
    }

    /// Why a column is read as a field.
    public enum Reason: Sendable, Hashable {
        case declared
        case exactName
        case synonym(HeaderSynonym)
        /// No field is known by the column's header; it is read under a name made from it.
        case unknown
    }

    /// One field and where it comes from.
    public struct Column: Sendable, Hashable {
        /// 0-based position in the header.
        public let index: Int
        /// As written.
        public let header: String
        public let field: String
        public let type: FieldType
        public let reason: Reason
    }

    /// Columns that fit a field which another column already holds.
    public struct Conflict: Sendable, Hashable {
        public let field: String
        public let kept: Column
        /// Read under names of their own; they stand in `unmapped` too.
        public let others: [Column]
    }

    /// Fields found, in the order of the columns. Two declared fields may share a column.
    public let columns: [Column]
    /// The other columns, each a text under a name of its own.
    public let unmapped: [Column]
    public let conflicts: [Conflict]
    /// Declared columns that the header lacks.
    public let diagnostics: [Diagnostic]
    /// What looks like a slip, but may be meant: a declared field that is nearly a standard one.
    public let suspicions: [Diagnostic]

    public init(header: [String], dataset: String, declared: [Declaration] = []) {
        let definitions = StandardFields.fields(of: dataset)
        let types = Dictionary(definitions.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
        var columns: [Column] = []
        var diagnostics: [Diagnostic] = []
        for declaration in declared {
            guard let index = Self.index(of: declaration.column, in: header) else {
                diagnostics.append(.noSuchColumn(declaration.column, header: header, at: declaration.location))
                continue
            }
            let type = declaration.type ?? types[declaration.field] ?? .string
            columns.append(
                Column(
                    index: index, header: header[index], field: declaration.field, type: type, reason: .declared))
        }
        self.diagnostics = diagnostics
        suspicions = declared.compactMap { declaration in
            guard types[declaration.field] == nil else { return nil }
            return .nearlyStandardField(
                declaration.field, known: definitions.map(\.name), at: declaration.location)
        }

        let taken = Set(columns.map(\.index))
        let settled = Set(declared.map(\.field))
        let names = FieldNames(definitions)
        var claims: [String: [(rank: Int, column: Column)]] = [:]
        for (index, text) in header.enumerated() where !taken.contains(index) {
            guard let claim = names.claim(of: text) else { continue }
            let column = Column(
                index: index, header: text, field: claim.field.name, type: claim.field.type, reason: claim.reason)
            claims[claim.field.name, default: []].append((claim.rank, column))
        }
        var losers: [(field: String, kept: Column, columns: [Column])] = []
        for definition in definitions {
            guard let rivals = claims[definition.name] else { continue }
            let winner =
                columns.first { settled.contains(definition.name) && $0.field == definition.name }
                ?? rivals.min { ($0.rank, $0.column.index) < ($1.rank, $1.column.index) }?.column
            guard let winner else { continue }
            if winner.reason != .declared { columns.append(winner) }
            let others = rivals.map(\.column).filter { $0.index != winner.index }
            if !others.isEmpty { losers.append((definition.name, winner, others)) }
        }
        columns.sort { ($0.index, $0.field) < ($1.index, $1.field) }

        let mapped = Set(columns.map(\.index))
        var namer = ColumnNamer(taken: Set(types.keys).union(settled))
        let unmapped = header.enumerated().filter { !mapped.contains($0.offset) }.map { index, text in
            Column(index: index, header: text, field: namer.name(text, index: index), type: .string, reason: .unknown)
        }
        self.columns = columns
        self.unmapped = unmapped
        conflicts = losers.map { loser in
            let indices = Set(loser.columns.map(\.index))
            return Conflict(
                field: loser.field, kept: loser.kept, others: unmapped.filter { indices.contains($0.index) })
        }
    }

    /// As `init(header:dataset:declared:)`, from field names and their columns.
    public init(header: [String], dataset: String, declared: [String: String]) {
        let declarations = declared.sorted { $0.key < $1.key }.map { Declaration(field: $0.key, column: $0.value) }
        self.init(header: header, dataset: dataset, declared: declarations)
    }

    /// The column that holds `field`, a standard one or one named after its header.
    public func column(of field: String) -> Column? {
        columns.first { $0.field == field } ?? unmapped.first { $0.field == field }
    }

    /// As written goes before alike, so that a file may have `Name` and `NAME`.
    private static func index(of column: String, in header: [String]) -> Int? {
        if let exact = header.firstIndex(of: column) { return exact }
        let key = HeaderName.key(column)
        return key.isEmpty ? nil : header.firstIndex { HeaderName.key($0) == key }
    }
}

extension HeaderMapping.Reason: CustomStringConvertible {
    /// For people, e.g. `synonym 'KUNNR' (SAP)`.
    public var description: String {
        switch self {
        case .declared: "named in the plan"
        case .exactName: "same name"
        case .synonym(let synonym): "synonym '\(synonym.text)' (\(synonym.source.rawValue))"
        case .unknown: "no known field"
        }
    }
}

extension HeaderMapping.Conflict: CustomStringConvertible {
    public var description: String {
        let rest = others.map { "'\($0.header)' is read as \($0.field)" }.joined(separator: ", ")
        return "\(field) is taken from '\(kept.header)' (\(kept.reason)); \(rest)"
    }
}

extension Diagnostic {
    static func noSuchColumn(_ column: String, header: [String], at location: SourceLocation?) -> Diagnostic {
        let few = header.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
        let list = header.count > 12 ? "\(few) and \(header.count - 12) more" : few
        return Diagnostic(
            "the file has no column '\(column)'",
            help: didYouMean(column, among: header) ?? "its columns are \(list)",
            at: location
        )
    }

    static func nearlyStandardField(_ field: String, known: [String], at location: SourceLocation?) -> Diagnostic? {
        guard let help = didYouMean(field, among: known) else { return nil }
        return Diagnostic("'\(field)' is not a standard field", help: help, at: location)
    }
}
