import CEL

/// Where the keys of a JSON object stand, which reading it as a value does not tell.
enum JSONKeys {
    /// The offset of each key's opening quote in a well-formed object; of a key that is there twice, of the last.
    static func offsets(in bytes: [UInt8]) -> [String: Int] {
        var offsets: [String: Int] = [:]
        var (depth, place) = (0, 0)
        // Behind the brace or a comma of the object itself a text is a key.
        var isKeyDue = false
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                let end = end(ofTextAt: place, in: bytes)
                if isKeyDue, case .string(let name)? = text(bytes[place..<end]) { offsets[name] = place }
                isKeyDue = false
                place = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                isKeyDue = depth == 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","): isKeyDue = depth == 1
            default: break
            }
            place += 1
        }
        return offsets
    }

    private static func end(ofTextAt start: Int, in bytes: [UInt8]) -> Int {
        var place = start + 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place + 1, bytes.count)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> Value? {
        do throws(JSONError) {
            return try Value(json: Array(bytes))
        } catch {
            return nil
        }
    }
}
