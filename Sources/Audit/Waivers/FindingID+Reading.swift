extension FindingID {
    /// The id of a finding on one record; a record without a key is known by its line.
    static func make(check: String, record: String, key: String, line: UInt32) -> String {
        text(check: check, number: number(check: check, record: record, key: key, line: line))
    }

    /// The check that a finding's id names; nil for a text that is no such id.
    static func check(of id: String) -> String? {
        guard let dash = id.lastIndex(of: "-"), dash > id.startIndex else { return nil }
        let hash = id[id.index(after: dash)...].utf8
        return hash.count == 16 && hash.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            ? String(id[..<dash]) : nil
    }
}
