namespace FastMd.Engine.Configuration;

/// <summary>What JSX is compiled to.</summary>
public enum JsxRuntime
{
    /// <summary>Calls of <c>jsx</c>, imported from the runtime.</summary>
    Automatic,

    /// <summary>Calls of <c>React.createElement</c>, or of what the pragmas name.</summary>
    Classic,
}
