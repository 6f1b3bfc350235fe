using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.References;

namespace FastMd.Engine.Mdx.Tree;

/// <summary>Finds what a document refers to, and what can be referred to in it, in its elements; writes the addresses that references lead to.</summary>
/// <param name="references">Knows where they lead.</param>
internal sealed class TreeReferences(DocumentReferences references)
{
    /// <summary>Goes over an element and all in it.</summary>
    public void Resolve(MdxElement element)
    {
        NestingLimit.Check();
        ResolveAttributes(element);
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxElement inner)
            {
                Resolve(inner);
            }
        }
    }

    private void ResolveAttributes(MdxElement element)
    {
        if (element.Name is not { } name)
        {
            return;
        }

        for (var i = 0; i < element.Attributes.Count; i++)
        {
            if (Resolve(element, name, element.Attributes[i]) is { } resolved)
            {
                JsxAttribute[] attributes = [.. element.Attributes];
                attributes[i] = resolved;
                element.Attributes = attributes;
            }
        }
    }

    /// <summary>The attribute to write; null where it stays.</summary>
    private JsxAttribute? Resolve(MdxElement element, JsxName name, JsxAttribute attribute)
    {
        // How components use their properties is unknown, and the value of code is known only at run time.
        var isReferring = attribute.Name == "id" || name.Kind is JsxNameKind.Tag or JsxNameKind.Namespaced;
        if (!isReferring || attribute.Name is null || (attribute.Text ?? attribute.Code?.Literal) is not { } value || string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var resolved = ReferringAttribute.Resolve(name.Text, attribute.Name, value, references, element.Start);
        return resolved == value ? null : attribute with { Text = resolved, Code = null };
    }
}
