import Foundation
import FuzzTargets

// keur-fuzz TARGET … feeds one reader with bytes that change: under libFuzzer, which sees which code they reach, when it was
// built with `-sanitize=fuzzer -DFUZZER`; else from a seed. See scripts/fuzz.

private func fail(_ text: String) -> Never {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
    exit(2)
}

private let arguments = CommandLine.arguments
guard arguments.count >= 2, let target = FuzzTarget(rawValue: arguments[1]) else {
    fail("usage: keur-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [seeds FOLDER | ARGUMENTS]")
}

if arguments.count == 4, arguments[2] == "seeds" {
    for (index, seed) in target.seeds.enumerated() {
        try Data(seed).write(to: URL(filePath: arguments[3]).appending(path: "seed-\(index)"))
    }
    exit(0)
}

#if FUZZER
    @_silgen_name("LLVMFuzzerRunDriver")
    func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    private let fuzzed = target
    var count = CInt(arguments.count - 1)
    var pointers: [UnsafeMutablePointer<CChar>?] =
        ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
    let code = pointers.withUnsafeMutableBufferPointer { buffer -> CInt in
        guard var base = buffer.baseAddress else { return 2 }
        return runDriver(&count, &base) { start, size in
            do throws(FuzzTarget.Disagreement) {
                try fuzzed.run(Array(UnsafeBufferPointer(start: start, count: size)))
            } catch {
                FileHandle.standardError.write(Data("disagreement: \(error.what)\n".utf8))
                abort()
            }
            return 0
        }
    }
    exit(code)
#else
    guard arguments.count >= 3, let runs = Int(arguments[2]) else { fail("how many inputs?") }
    var mutator = Mutator(target, seed: arguments.count > 3 ? UInt64(arguments[3]) ?? 0 : 0)
    for run in 0..<runs {
        let input = mutator.input()
        do throws(FuzzTarget.Disagreement) {
            try target.run(input)
        } catch {
            fail("input \(run): \(error.what):\n\(String(decoding: input, as: UTF8.self))")
        }
    }
    print("\(runs) inputs, nothing found")
#endif
