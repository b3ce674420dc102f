import Foundation
import HTTP

/// The HTTP client alone, beside `curl --parallel`: a file of URLs, one on each line, so many of them at a time.
enum HTTPBench {
    static func run(_ file: String, inFlight: Int) async {
        guard let data = FileManager.default.contents(atPath: file) else { return print("\(file): cannot be read") }
        let urls = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        let courier = Courier(client: HTTPClient())
        var manners = Courier.Manners()
        manners.inFlight = inFlight
        let fixed = manners
        let bytes = await withTaskGroup(of: Int.self) { group in
            for url in urls {
                group.addTask {
                    let answer = try? await courier.send(HTTPRequest(.get, url), on: "bench", fixed, repeatable: true)
                    return answer?.status == 200 ? answer?.body.count ?? 0 : 0
                }
            }
            return await group.reduce(0, +)
        }
        print("\(urls.count) requests, \(bytes) bytes")
    }
}
