using System.Runtime.CompilerServices;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace FastMd.Engine.Safety;

/// <summary>
/// Writes of a document's HTML what GitHub lets through. The HTML is taken apart into tags and text as browsers do it, and what is allowed
/// is written anew; nothing is copied. So whatever a browser takes the source for, what it gets is elements and attributes of a list, each
/// begun and ended, and text. Time and memory grow with the length alone: no tree is built.
/// </summary>
internal sealed class HtmlSanitizer
{
    private readonly TextWriter _output;
    private readonly AuthoredIds _ids;
    private readonly OpenElements _open = new();

    /// <summary>The element whose content is dropped with it; null outside of one.</summary>
    private string? _dropped;

    private HtmlSanitizer(TextWriter output, AuthoredIds ids)
    {
        _output = output;
        _ids = ids;
    }

    /// <summary>Writes it.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="ids">The ids of the document.</param>
    /// <param name="output">Receives what is let through.</param>
    /// <remarks>Not inlined, so that the library is loaded only when it is used.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Write(string html, AuthoredIds ids, TextWriter output) => new HtmlSanitizer(output, ids).Write(html);

    private void Write(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.StartTag:
                    Begin((HtmlTagToken)token);
                    tokenizer.State = StateIn(token.Name);
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
                case HtmlTokenType.Character when _dropped is null:
                    LeaveIcon();
                    EscapedText.Write(_output, token.Data);
                    break;
            }
        }

        while (_open.Pop() is { } left)
        {
            WriteEnd(left, isLeft: true);
        }
    }

    // The tree builder, not the tokenizer, decides which elements contain raw text.
    private static HtmlParseMode StateIn(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private void Begin(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (StateIn(name) is HtmlParseMode.Script or HtmlParseMode.Rawtext)
        {
            _dropped = name;
            return;
        }

        if (name != "path")
        {
            LeaveIcon();
        }

        if (!IsAllowed(tag))
        {
            return;
        }

        _output.Write('<');
        _output.Write(name);
        WriteAttributes(tag);
        _output.Write(AllowedElements.IsVoid(name) ? " />" : ">");
        if (!AllowedElements.IsVoid(name))
        {
            _open.Push(name);
        }
    }

    private bool IsAllowed(HtmlTagToken tag) => tag.Name switch
    {
        "input" => Find(tag, "type") == "checkbox" && Find(tag, "disabled") is not null,
        "path" => _open.Has("svg"),
        var name => OwnMarkup.HasElement(name) || AllowedElements.Has(name, _open),
    };

    private static string? Find(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    private void WriteAttributes(HtmlTagToken tag)
    {
        // Of two with one name the first counts; there are no more to remember than are allowed.
        HashSet<string>? written = null;
        foreach (var attribute in tag.Attributes)
        {
            var value = OwnMarkup.HasAttribute(tag.Name, attribute.Name, attribute.Value)
                ? attribute.Value
                : OwnMarkup.HasElement(tag.Name) ? null
                : AllowedAttributes.Value(tag.Name, attribute.Name, attribute.Value, _ids);
            if (value is null || !(written ??= []).Add(attribute.Name))
            {
                continue;
            }

            _output.Write(' ');
            _output.Write(attribute.Name == "viewbox" ? "viewBox" : attribute.Name);
            _output.Write("=\"");
            EscapedText.Write(_output, value);
            _output.Write('"');
        }
    }

    private void End(string name)
    {
        if (_dropped is not null)
        {
            _dropped = _dropped == name ? null : _dropped;
            return;
        }

        if (name is not ("path" or "svg"))
        {
            LeaveIcon();
        }

        if (!_open.Has(name))
        {
            return;
        }

        while (_open.Pop() is { } left && left != name)
        {
            WriteEnd(left, isLeft: true);
        }

        WriteEnd(name, isLeft: false);
    }

    /// <summary>In an icon are paths and nothing else: whatever else comes, it has ended before.</summary>
    private void LeaveIcon()
    {
        if (_open.Has("svg"))
        {
            End("svg");
        }
    }

    private void WriteEnd(string name, bool isLeft)
    {
        if (!isLeft || !AllowedElements.EndsByItself(name))
        {
            _output.Write("</");
            _output.Write(name);
            _output.Write('>');
        }
    }
}
