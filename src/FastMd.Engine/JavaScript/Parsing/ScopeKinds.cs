namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>What a scope is, and allows in it.</summary>
[Flags]
internal enum ScopeKinds
{
    Block = 0,
    Module = 1,
    Function = 2,
    Async = 4,
    Generator = 8,
    Arrow = 16,
    SimpleCatch = 32,
    Super = 64,
    SuperCall = 128,
    StaticBlock = 256,
    FieldValue = 512,

    /// <summary>Where <c>var</c> ends up.</summary>
    Var = Module | Function | StaticBlock,
}
