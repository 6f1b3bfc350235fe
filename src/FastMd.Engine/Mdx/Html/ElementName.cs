using System.Text;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Html;

/// <summary>The names of elements in HTML.</summary>
internal static class ElementName
{
    private const string Prefix = "mdx-";

    /// <summary>The name of an element that has one in HTML already; null for a component.</summary>
    /// <remarks>What begins with another letter than those of ASCII is no tag there but text.</remarks>
    public static string? OfTag(JsxName name)
        => name.Kind is JsxNameKind.Tag or JsxNameKind.Namespaced && char.IsAsciiLetter(name.Text[0]) ? name.Text : null;

    /// <summary>The name of a custom element that stands for a component: <c>mdx-tab-item</c> for <c>TabItem</c>.</summary>
    public static string OfComponent(JsxName name)
    {
        var element = new StringBuilder(Prefix, Prefix.Length + name.Text.Length + 4);
        var isWordEnd = false;
        foreach (var rune in name.Text.EnumerateRunes())
        {
            if (rune.Value is '.' or '-' or '_' or '$')
            {
                Separate(element);
                isWordEnd = false;
                continue;
            }

            if (isWordEnd && Rune.IsUpper(rune))
            {
                Separate(element);
            }

            element.Append(Rune.ToLowerInvariant(rune).ToString());
            isWordEnd = !Rune.IsUpper(rune);
        }

        return element.ToString();
    }

    private static void Separate(StringBuilder element)
    {
        if (element[^1] != '-')
        {
            element.Append('-');
        }
    }
}
