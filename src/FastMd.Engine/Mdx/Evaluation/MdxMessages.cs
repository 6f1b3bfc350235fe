namespace FastMd.Engine.Mdx.Evaluation;

/// <summary>What is said of MDX alike, whatever it becomes.</summary>
internal static class MdxMessages
{
    /// <summary>A component may not be in documents.</summary>
    public static string RefusedComponent(string name) => $"The component '{name}' may not be in documents: its kind in the setting components is error; remove it.";
}
