import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Readers of what strangers wrote come to an end on whatever they are given.
///
/// `KEUR_FUZZ=100000` asks for that many inputs for each reader instead of the bounded slice; `scripts/fuzz` goes on for as long as one
/// likes, with libFuzzer.
@Suite struct FuzzTests {
    private static let inputs = Int(ProcessInfo.processInfo.environment["KEUR_FUZZ"] ?? "") ?? 150

    @Test(arguments: FuzzTarget.allCases)
    func arbitraryInputIsReadOrRefused(target: FuzzTarget) {
        var mutator = Mutator(target, seed: 20_261_124)
        for number in 0..<Self.inputs {
            let input = mutator.input()
            do throws(FuzzTarget.Disagreement) {
                try target.run(input)
            } catch {
                Issue.record("input \(number): \(error.what): \(String(decoding: input, as: UTF8.self))")
            }
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func wellFormedInputIsRead(target: FuzzTarget) throws {
        for seed in target.seeds { try target.run(seed) }
    }

    /// What fuzzing found, one file for each, under the name of its reader.
    @Test(arguments: FuzzTarget.allCases)
    func whatWasFoundStaysMended(target: FuzzTarget) throws {
        let folder = TestFiles.fixture("Fixtures/\(target.rawValue)")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        for file in files { try target.run(Array(Data(contentsOf: file))) }
    }
}
