import Audit
import Foundation
import Onboarding
import TestSupport
import Testing

@Suite struct AccountSearchTests {
    private static let ledger = """
        customer_id,legal_name,country,postcode,street,city,vat_number,registration_number,lei,peppol_id,iban,ultimate_parent_name
        100,Voorbeeld Techniek BV,NL,1234AB,Dorpsstraat 1,Ons Dorp,,,,,,
        200,Heel Iets Anders B.V.,NL,9999 ZZ,Kade 9,Elders,NL004495445B01,90000001,,,,
        300,Voorbeeld Techniek Holding B.V.,NL,1234 AB,Dorpsstraat 1,Ons Dorp,,90000002,,,,
        400,Voorbeeld Techniek B.V.,NL,8888 XX,Plein 2,Verweg,,,,,,
        500,Zusterbedrijf N.V.,NL,7777 AA,Weg 3,Anderstad,,,,,,Voorbeeld Groep N.V.
        600,Bakkerij de Hoek,NL,1234 AB,Dorpsstraat 99,Ons Dorp,,,,,,
        700,Voorbeeld Techniek B.V.,BE,1000,Rue 1,Bruxelles,,90000001,,,,
        800,Peppol Partner B.V.,NL,6666 AA,Laan 4,Noord,,,,0106:90000001,,
        """

    private func found(_ changes: [String: String]) async throws -> [String: String] {
        try await TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "customers.csv")
            try Self.ledger.write(to: path, atomically: true, encoding: .utf8)
            let values = Sample.complete.merging(changes) { $1 }
            let assessment = try await Sample.assessment(values, plan: .forCustomers(at: path.path))
            return Dictionary(uniqueKeysWithValues: assessment.duplicates.map { ($0.customerID, $0.relation.rawValue) })
        }
    }

    @Test func accountsAreFoundByNumberThenByNameAndPlace() async throws {
        let found = try await found(["ultimate_parent_name": "Voorbeeld Groep NV"])
        #expect(
            found == [
                "100": "same_entity", "200": "same_entity", "300": "same_group", "400": "possible", "500": "same_group",
                "800": "same_entity",
            ])
    }

    @Test func aVatNumberSharedByTwoRegistrationsIsAGroup() async throws {
        let found = try await found(["registration_number": "90000013", "peppol_id": ""])
        #expect(found["200"] == "same_group")
    }

    @Test func aNewcomerIsLikeNobody() async throws {
        let found = try await found([
            "legal_name": "Nieuwkomer Noord B.V.", "registration_number": "90000048", "vat_number": "",
            "postcode": "5555 AA",
            "city": "Zuid", "street": "Singel 5",
        ])
        #expect(found.isEmpty)
    }

    @Test func aProspectThatIsACustomerAlreadyIsReferred() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "customers.csv")
            try Self.ledger.write(to: path, atomically: true, encoding: .utf8)
            let assessment = try await Sample.assessment(Sample.complete, plan: .forCustomers(at: path.path))
            #expect(assessment.verdict == .refer)
            #expect(assessment.reasons.allSatisfy { $0.kind == .duplicate })
        }
    }
}
