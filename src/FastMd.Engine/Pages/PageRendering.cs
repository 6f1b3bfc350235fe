using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Safety;

namespace FastMd.Engine.Pages;

/// <summary>One page being written.</summary>
internal sealed class PageRendering(string templateName, Page page, Utf8TextWriter output, RawHtmlHandling rawHtml)
{
    private readonly PageScope _scope = new(page);

    // No address goes on behind a document, and to look for one in a document would take its time for each value.
    private int _afterContent;

    private Dictionary<string, Diagnostic>? _warnings;

    /// <summary>What the template asked for and the document did not have, or may not have there.</summary>
    public IReadOnlyCollection<Diagnostic> Diagnostics => _warnings is null ? [] : _warnings.Values;

    public void Write(IReadOnlyList<TemplatePart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case TemplatePart.Text text:
                    output.WriteUtf8(text.Utf8);
                    break;
                case TemplatePart.Content:
                    output.WriteUtf8(page.Content.Span);
                    _afterContent = output.WrittenBytes.Length;
                    break;
                case TemplatePart.Contents:
                    _scope.Contents.Write(output);
                    break;
                case TemplatePart.Value value:
                    Write(value);
                    break;
                case TemplatePart.Section section:
                    Write(section);
                    break;
            }
        }
    }

    private static bool IsPresent(object? value)
        => value is not (null or false or "" or IReadOnlyCollection<object?> { Count: 0 } or IReadOnlyCollection<KeyValuePair<string, object?>> { Count: 0 });

    /// <summary>A value as text; null where it has none.</summary>
    private static string? Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyList<object?> list => string.Join(", ", list.Select(Text).OfType<string>()),
        IReadOnlyDictionary<string, object?> => null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private void Write(TemplatePart.Value part)
    {
        var text = "";
        if (!_scope.TryFind(part.Key, out var value))
        {
            // In a section a key may well be missing: of some items, or because the section asked for another.
            if (!_scope.IsInSection)
            {
                Miss(part, $"which the document's front matter does not have. Add it there, or write {{{{#{part.Key}}}}} ... {{{{/{part.Key}}}}} around it in the template");
            }
        }
        else if (Text(value) is { } found)
        {
            text = found;
        }
        else
        {
            Miss(part, $"which is a mapping in the document's front matter. Name one of its keys, such as {part.Key}.name");
        }

        if (rawHtml != RawHtmlHandling.Allow && AddressAttribute.At(output.WrittenBytes.Span[_afterContent..]) is { } address)
        {
            WriteInAddress(part, text, address.Kind, address.Before);
        }
        else if (part.IsHtml)
        {
            AuthoredHtml.Write(text, rawHtml, output);
        }
        else
        {
            HtmlText.Write(output, text);
        }
    }

    /// <summary>Writes a value that belongs to an address; HTML is text there.</summary>
    private void WriteInAddress(TemplatePart.Value part, string text, LinkKind kind, string before)
    {
        if (SafeAddress.IsAllowed(before + text, kind, rawHtml))
        {
            HtmlText.Write(output, text);
        }
        else
        {
            Warn(part, AddressGuard.Dropped(text, $" of '{part.Key}' in the front matter"));
        }
    }

    private void Write(TemplatePart.Section section)
    {
        var isPresent = _scope.TryFind(section.Key, out var value) && IsPresent(value);
        if (isPresent == section.IsInverted)
        {
            return;
        }

        foreach (var item in !section.IsInverted && value is IReadOnlyList<object?> list ? list : [value])
        {
            _scope.Enter(item);
            Write(section.Parts);
            _scope.Leave();
        }
    }

    private void Miss(TemplatePart.Value part, string problem)
        => Warn(part, Diagnostic.Warning(
            DiagnosticCodes.TemplateKeyMissing,
            string.Create(CultureInfo.InvariantCulture, $"The template {templateName}({part.Line},{part.Column}) asks for '{part.Key}', {problem}; nothing was written for it.")));

    private void Warn(TemplatePart.Value part, Diagnostic warning) => (_warnings ??= []).TryAdd(part.Key, warning);
}
