/// What a run may ask and spend.
public struct Budget: Sendable {
    /// Nil for any number.
    public var requests: Int?
    public var cost: Cost?

    public init(requests: Int? = nil, cost: Cost? = nil) {
        self.requests = requests
        self.cost = cost
    }

    public var isLimited: Bool { requests != nil || cost != nil }

    /// Whether so much more may be asked after what was spent.
    func allows(_ more: Spending, after spent: Spending) -> Bool {
        if let requests, spent.requests + more.requests > requests { return false }
        guard let cost else { return true }
        let total = spent.costs[cost.currency, default: 0] + more.costs[cost.currency, default: 0]
        return total <= cost.amount + 1e-9
    }
}

/// What a run asked and spent, or would.
public struct Spending: Sendable, Hashable {
    public private(set) var requests = 0
    /// By connector.
    public private(set) var requestsByConnector: [String: Int] = [:]
    /// By currency.
    public private(set) var costs: [String: Double] = [:]

    public init() {}

    mutating func add(_ cost: Cost?, of connector: String) {
        requests += 1
        requestsByConnector[connector, default: 0] += 1
        if let cost { costs[cost.currency, default: 0] += cost.amount }
    }

    /// False, and nothing changes, when the budget does not allow it.
    mutating func take(_ cost: Cost?, of connector: String, within budget: Budget) -> Bool {
        var one = Spending()
        one.add(cost, of: connector)
        guard budget.allows(one, after: self) else { return false }
        add(cost, of: connector)
        return true
    }

    static func + (left: Spending, right: Spending) -> Spending {
        var sum = left
        sum.requests += right.requests
        sum.requestsByConnector.merge(right.requestsByConnector, uniquingKeysWith: +)
        sum.costs.merge(right.costs, uniquingKeysWith: +)
        return sum
    }
}
