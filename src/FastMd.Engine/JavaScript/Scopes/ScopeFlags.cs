namespace FastMd.Engine.JavaScript.Scopes;

/// <summary>What a scope belongs to, which decides what is allowed in it.</summary>
[Flags]
internal enum ScopeFlags
{
    Block = 0,
    Module = 1,
    Function = 2,
    Async = 4,
    Generator = 8,
    Arrow = 16,

    /// <summary><c>super.a</c> is allowed: methods and the like.</summary>
    SuperProperty = 32,

    /// <summary><c>super()</c> is allowed: the constructor of a class that extends another.</summary>
    SuperCall = 64,
    ClassStaticBlock = 128,
    ClassFieldInitializer = 256,

    /// <summary>What <c>var</c> is hoisted to.</summary>
    Var = Module | Function | ClassStaticBlock,
}
