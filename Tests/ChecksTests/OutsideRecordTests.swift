import CEL
import Checks
import Testing

/// Records of the normal form keep only what is there.
@Suite struct OutsideRecordTests {
    @Test func fieldsComeAndGo() {
        var record = OutsideRecord(NormalForm.entity)
        #expect(record.isEmpty)
        record["lei"] = .string("L")
        record["name"] = .string("N")
        record["duns"] = .string("D")
        #expect(["name", "lei", "duns", "vat"].map { record.text($0) } == ["N", "L", "D", ""])
        let kept = record
        record["name"] = nil
        record["lei"] = .string("M")
        record["no such field"] = .string("x")
        #expect(["name", "lei", "duns"].map { record.text($0) } == ["", "M", "D"])
        #expect(["name", "lei", "duns"].map { kept.text($0) } == ["N", "L", "D"])
        #expect(Value.record(record).jsonText == #"{"lei": "M", "duns": "D"}"#)
    }

    @Test func reasonsHoldWhereThereIsNoValue() {
        var record = OutsideRecord(NormalForm.entity, notKnown: "outage")
        record["name"] = .string("N")
        record.setReason("quota", of: "lei")
        #expect(["name", "lei", "vat"].map { record.reason($0) } == [nil, "quota", "outage"])
        #expect(!record.isEmpty)
    }
}
