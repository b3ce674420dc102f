import CEL
import Foundation

/// Blots secrets out, however they are written: a service that shows what it was sent shows it escaped, or as the Base64 of
/// a Basic header.
struct Blots: Sendable {
    /// Shorter ones would blot out words; nobody gives out keys of that size.
    private static let shortest = 6
    private static let mark = Array("***".utf8)

    /// By their first byte.
    private let secrets: [[Spelling]]
    /// By byte, whether a secret may begin there: nearly no place in an answer needs a closer look.
    private let mayBegin: [Bool]
    private let isEmpty: Bool

    init(_ secrets: some Sequence<String>) {
        let long = secrets.filter { $0.utf8.count >= Self.shortest }
        let encoded = long.flatMap { secret in (0..<3).map { Self.base64(of: secret, after: $0) } }
        let all = Set(long + encoded.filter { $0.utf8.count >= Self.shortest }).map { Spelling(of: $0) }
        let secrets = (UInt8.min...UInt8.max).map { byte in all.filter { $0.firstByte == byte } }
        self.secrets = secrets
        mayBegin = zip(UInt8.min...UInt8.max, secrets).map { !$1.isEmpty || Spelling.beginsEscape($0) }
        isEmpty = all.isEmpty
    }

    /// The part of the Base64 that depends on the secret alone, when so many bytes modulo 3 stand before it.
    private static func base64(of secret: String, after offset: Int) -> String {
        let bytes = [UInt8](repeating: 0, count: offset) + Array(secret.utf8)
        let whole = Data(bytes).base64EncodedString().utf8.filter { $0 != UInt8(ascii: "=") }
        let end = bytes.count % 3 == 0 ? whole.count : whole.count - 1
        return String(decoding: whole[(offset == 0 ? 0 : offset + 1)..<max(offset + 1, end)], as: UTF8.self)
    }

    func applied(to text: String) -> String {
        String(decoding: applied(to: Array(text.utf8)), as: UTF8.self)
    }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        if isEmpty { return bytes }
        let places = bytes.withUnsafeBufferPointer { self.places(in: $0) }
        if places.isEmpty { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var end = 0
        for place in places {
            result += bytes[end..<place.lowerBound]
            result += Self.mark
            end = place.upperBound
        }
        return result + bytes[end...]
    }

    /// Where secrets stand, in order; those that overlap are one place.
    private func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for start in bytes.indices where mayBegin[Int(bytes[start])] {
            guard let end = end(in: bytes, from: start) else { continue }
            if let last = places.last, start < last.upperBound {
                places[places.count - 1] = last.lowerBound..<max(end, last.upperBound)
            } else {
                places.append(start..<end)
            }
        }
        return places
    }

    /// The end of the longest secret that begins there, as it is or escaped.
    private func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var end = 0
        for secret in secrets[Int(bytes[start])] { end = max(end, secret.end(in: bytes, from: start) ?? 0) }
        if let byte = Spelling.firstByte(ofEscapeIn: bytes, at: start) {
            for secret in secrets[Int(byte)] { end = max(end, secret.end(in: bytes, from: start) ?? 0) }
        }
        return end > 0 ? end : nil
    }

    /// The value with secrets blotted out of the texts in it, however deep. What reading has put together, out of pieces of
    /// XML or another encoding, could not be seen in the bytes.
    func applied(to value: Value) -> Value { isEmpty ? value : changed(value) ?? value }

    /// Nil where there is nothing to blot out, so that nearly no answer is put together a second time.
    private func changed(_ value: Value) -> Value? {
        switch value {
        case .string(let text):
            let blotted = applied(to: text)
            return blotted == text ? nil : .string(blotted)
        case .list(let items):
            let changes = items.map { changed($0) }
            guard changes.contains(where: { $0 != nil }) else { return nil }
            return .list(zip(items, changes).map { $1 ?? $0 })
        case .map(let map):
            let (keys, values) = (map.keys, map.values)
            let (newKeys, newValues) = (keys.map { changed($0) }, values.map { changed($0) })
            guard (newKeys + newValues).contains(where: { $0 != nil }) else { return nil }
            let entries = keys.indices.map { (key: newKeys[$0] ?? keys[$0], value: newValues[$0] ?? values[$0]) }
            // Two keys that are one now: what the answer told can be done without.
            return (try? MapValue(entries)).map { .map($0) } ?? .null
        default: return nil
        }
    }
}
