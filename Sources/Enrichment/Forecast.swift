/// What a run would ask about whom: the entities by exposure times staleness, the most pressing first.
public struct Forecast: Sendable {
    /// What is to be asked about one entity, after those before it.
    public struct Entity: Sendable {
        /// Position among the inquiries.
        public let index: Int
        /// Exposure times staleness.
        let urgency: Double
        /// Requests that are sent whatever the answers are.
        public let certain: Load
        /// Requests that depend on answers.
        public let possible: Load

        fileprivate var whole: Load {
            var whole = certain
            whole += possible
            return whole
        }
    }

    /// What a look at one entity came to.
    struct Plan: Sendable {
        var requests: [PlannedRequest] = []
        /// Why sources of which nothing is to be asked cannot tell.
        var obstacles: [String] = []
    }

    /// Those about whom nothing has to be asked come last.
    public private(set) var entities: [Entity]
    public private(set) var certain = Spending()
    public private(set) var possible = Spending()
    /// What the certain requests to each connector cost, by currency.
    public private(set) var costs: [String: [String: Double]] = [:]
    /// Why sources cannot be asked at all, e.g. that an export cannot be read.
    public let obstacles: [String]
    private var next = 0

    /// Without a look at what was kept: the largest exposure first, all in one go.
    init(byExposure inquiries: [Inquiry]) {
        entities = inquiries.indices.map {
            Entity(index: $0, urgency: inquiries[$0].exposure, certain: Load(), possible: Load())
        }.sorted { ($1.urgency, $0.index) < ($0.urgency, $1.index) }
        obstacles = []
    }

    /// `plans` in the order of the inquiries.
    init(_ inquiries: [Inquiry], _ plans: [Plan]) {
        func urgency(_ index: Int) -> Double {
            max(0, inquiries[index].exposure) * (plans[index].requests.lazy.map(\.staleness).max() ?? 0)
        }
        let order = plans.indices.map { (index: $0, urgency: urgency($0), isKnown: plans[$0].requests.isEmpty) }
            .sorted {
                $0.isKnown == $1.isKnown ? ($1.urgency, $0.index) < ($0.urgency, $1.index) : !$0.isKnown
            }
        obstacles = Set(plans.lazy.flatMap(\.obstacles)).sorted()
        entities = []
        entities.reserveCapacity(order.count)
        // Accounts of one company are one question, which the first of them pays for.
        var seen: Set<KeptAges.Key> = []
        for (index, urgency, _) in order {
            var (certain, possible) = (Load(), Load())
            var isNews: [String: Bool] = [:]
            for request in plans[index].requests {
                let connector = request.connector
                guard let key = request.key else {
                    guard isNews[connector] ?? true else { continue }
                    possible.add(request.cost)
                    self.possible.add(request.cost, of: connector)
                    continue
                }
                guard seen.insert(key).inserted else {
                    isNews[connector] = isNews[connector] ?? false
                    continue
                }
                isNews[connector] = true
                certain.add(request.cost)
                self.certain.add(request.cost, of: connector)
                if let cost = request.cost { costs[connector, default: [:]][cost.currency, default: 0] += cost.amount }
            }
            entities.append(Entity(index: index, urgency: urgency, certain: certain, possible: possible))
        }
    }

    /// How many of the entities about which something has to be asked a budget surely reaches, and how many there are.
    public func reach(of budget: Budget) -> (reached: Int, all: Int) {
        let asked = entities.filter { $0.certain.requests + $0.possible.requests > 0 }
        var spent = Load()
        var reached = 0
        for entity in asked {
            let whole = entity.whole
            guard budget.allows(whole, after: spent) else { break }
            spent += whole
            reached += 1
        }
        return (reached, asked.count)
    }

    /// Positions of the entities to ask about now: as many as what is left surely pays for, so that nobody less pressing
    /// takes what the follow-up questions about the first need. Nil when all had their turn.
    mutating func nextWave(within budget: Budget, after spent: Spending) -> [Int]? {
        guard next < entities.count else { return nil }
        var sum = Load()
        let rest = entities[next...]
        var wave = Array(
            rest.prefix { entity in
                var more = sum
                more += entity.whole
                guard budget.allows(more, after: spent.load) else { return false }
                sum = more
                return true
            })
        // Whoever may need more than is left comes alone, and gets what there is.
        if wave.isEmpty, let first = rest.first { wave = [first] }
        next += wave.count
        return wave.map(\.index)
    }
}
