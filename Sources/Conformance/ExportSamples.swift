import Foundation
import Tables
import TestSupport

/// Batch exports: nothing is asked, rows are read.
extension ConnectorSample {
    private static func rows(of file: URL) -> [[String: String]] {
        guard let reading = try? CSVReading(file.path, CSVOptions()) else { return [] }
        return reading.rows.map { row in Dictionary(zip(reading.header, row)) { first, _ in first } }
    }

    static func goldenCopy(_ file: URL) -> [ConnectorSample] {
        rows(of: file).map { row in
            let lei = row["LEI"] ?? ""
            let event = row["Entity.LegalEntityEvents.LegalEntityEvent.1.LegalEntityEventType"] ?? ""
            return ConnectorSample(
                "gleif", ["lei": lei], ["register": "found", "events": event.isEmpty ? "none" : "found"],
                facts: [
                    "register.legal_name": row["Entity.LegalName"] ?? "", "register.lei": lei,
                    "register.reg_number": row["Entity.RegistrationAuthority.RegistrationAuthorityEntityID"] ?? "",
                    "register.address.city": row["Entity.LegalAddress.City"] ?? "",
                    "register.lei_status": row["Registration.RegistrationStatus"] ?? "",
                    "register.successor.lei": row["Entity.SuccessorEntity.1.SuccessorLEI"] ?? "",
                    "events.kind": event == "ABSORPTION" ? "merger" : "",
                ],
                settings: "files: { lei2: \"\(file.path)\" }", about: lei
            ) { _ in .json("{}", status: 404) }
        }
    }

    static func kbo(_ file: URL) -> [ConnectorSample] {
        let folder = file.deletingLastPathComponent()
        let files = ["enterprise", "denomination", "address", "code", "meta"].map {
            "\($0): \"\(folder.appending(path: "be-kbo-\($0).csv").path)\""
        }
        let names = rows(of: folder.appending(path: "be-kbo-denomination.csv"))
        return rows(of: file).map { row in
            let written = row["EnterpriseNumber"] ?? ""
            let isBankrupt = row["JuridicalSituation"] == "050"
            let name = names.first { $0["EntityNumber"] == written && $0["Language"] == "2" }
            return ConnectorSample(
                "kbo", ["country": "BE", "registration_number": written],
                ["register": "found", "events": isBankrupt ? "found" : "none"],
                facts: [
                    "register.legal_name": name?["Denomination"] ?? "",
                    "register.reg_number": written.filter(\.isNumber),
                    "register.status": isBankrupt ? "insolvent" : "active",
                    "events.kind": isBankrupt ? "bankruptcy" : "",
                ],
                settings: "files: { \(files.joined(separator: ", ")) }", about: written
            ) { _ in .json("{}", status: 404) }
        }
    }
}
