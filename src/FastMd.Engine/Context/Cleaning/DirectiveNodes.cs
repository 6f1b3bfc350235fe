using FastMd.Engine.Components;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes Markdown of directives.</summary>
internal static class DirectiveNodes
{
    /// <summary>What a directive becomes.</summary>
    public static List<Node> Of(Directive directive, Cleaner cleaner)
    {
        var title = directive.Label is { } label ? cleaner.InText(label.Children) : null;
        var content = cleaner.Flow(directive.Children);
        if (directive.IsTab)
        {
            return [ComponentNodes.ItemOf(ComponentKind.Tab, title is { Count: > 0 } ? ComponentNodes.Strong(title) : null, content, directive.Start)];
        }

        if (AlertTones.KindOf(directive.Name) is not null || directive.IsAlert)
        {
            return [AlertNodes.Of(directive.Name, title ?? (AlertTones.KindOf(directive.Name) is null ? [new Text(Capital(directive.Name))] : null), content, directive.Start)];
        }

        return directive.Name == "details" ? [ComponentNodes.Details(title ?? [new Text(Capital(directive.Name))], content, directive.Start)]
            : title is { Count: > 0 } ? [ComponentNodes.Strong(title), .. content]
            : content;
    }

    // A kind that GitHub does not have is named.
    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
