using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Mdx.Evaluation;

/// <summary>What is said of MDX alike, whatever it becomes.</summary>
internal static class MdxMessages
{
    /// <summary>A reader sees nothing of a component.</summary>
    public static string EmptyComponent(string name)
        => $"The component '{name}' comes out empty: none of its properties is one that its rule in the setting components writes, and there is nothing in it.";

    /// <summary>What is to be included is not there.</summary>
    public static string MissingInclude(string specifier) => $"'{specifier}' is to be included here and is missing, or lies outside the tree; mend its path.";

    /// <summary>What was noticed in a document that is included, said where it is.</summary>
    public static string Within(Diagnostic noticed, string name)
        => noticed.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{name}({noticed.Line},{noticed.Column}), which is included here: {noticed.Message}") : noticed.Message;

    /// <summary>A component may not be in documents.</summary>
    public static string RefusedComponent(string name) => $"The component '{name}' may not be in documents: its kind in the setting components is error; remove it.";
}
