import CEL
import Foundation
import HTTP

extension Step.Format {
    func read(_ bytes: [UInt8]) -> Result<Value, NotKnown> {
        switch self {
        case .json:
            do throws(JSONError) {
                return .success(try Value(json: bytes))
            } catch {
                return .failure(NotKnown("it is not JSON, \(error.message) at byte \(error.offset)"))
            }
        case .xml:
            do throws(XMLAnswer.Failure) {
                return .success(try XMLAnswer.read(bytes))
            } catch {
                return .failure(NotKnown(error.message))
            }
        case .text: return .success(.string(String(decoding: bytes, as: UTF8.self)))
        }
    }
}

extension Authentication.Login {
    /// What is no token is a refusal, unless it is an outage: also with a status that promises one.
    func token(in raw: RawAnswer) -> Result<(token: String, life: Double), NotKnown> {
        reading(raw).mapError { failure in
            NotKnown(failure.reason, isRefusal: raw.status < 500 && !Courier.meansLater(raw.status))
        }
    }

    private func reading(_ raw: RawAnswer) -> Result<(token: String, life: Double), NotKnown> {
        guard (200..<300).contains(raw.status) else {
            return .failure(NotKnown("the login was refused (status \(raw.status)); check the secrets"))
        }
        guard case .success(let body) = Step.Format.json.read(raw.body) else {
            return .failure(NotKnown("the answer to the login cannot be read"))
        }
        let activation = Activation(["body": body, "status": .int(Int64(raw.status))])
        guard case .success(.string(let token)) = self.token.program.evaluate(activation), !token.isEmpty else {
            return .failure(NotKnown("the answer to the login has no token"))
        }
        guard case .success(let value) = life.program.evaluate(activation), let seconds = value.plainNumber else {
            return .failure(NotKnown("the answer to the login does not tell how long the token lives"))
        }
        return .success((token, seconds))
    }
}

extension Value {
    var isTrue: Bool { if case .bool(true) = self { true } else { false } }

    /// The elements of a list; none of null, and anything else as the only one.
    var elements: [Value] {
        switch self {
        case .list(let items): items
        case .null, .optional(nil): []
        default: [self]
        }
    }
}
