namespace FastMd.Engine.Markdown;

/// <summary>What Markdown may have besides its flavor. Each costs nothing where it is off.</summary>
[Flags]
public enum SyntaxExtensions
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Math as on GitHub: <c>$…$</c>, <c>$`…`$</c>, <c>$$…$$</c> and fences called <c>math</c>, kept verbatim.</summary>
    Math = 1 << 0,

    /// <summary>Emoji shortcodes such as <c>:rocket:</c>.</summary>
    Emoji = 1 << 1,

    /// <summary>GitHub's alerts: quotes that begin with <c>[!NOTE]</c> and its like.</summary>
    Alerts = 1 << 2,

    /// <summary>Ids of headings that the author chose: <c>## Install {#setup}</c>, in MDX also <c>{/* #setup */}</c>.</summary>
    HeadingIds = 1 << 3,

    /// <summary>Container directives: <c>:::note</c> to <c>:::</c>.</summary>
    Directives = 1 << 4,

    /// <summary>The blocks of MkDocs: <c>!!! note</c>, <c>??? note</c>, <c>=== "Tab"</c> and <c>/// note</c>.</summary>
    MkDocs = 1 << 5,
}
