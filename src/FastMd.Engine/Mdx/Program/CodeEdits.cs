using FastMd.Engine.Mdx.JavaScript;

namespace FastMd.Engine.Mdx.Program;

/// <summary>The places of some code that are written otherwise than they stand, in order.</summary>
internal struct CodeEdits
{
    private readonly CodeFragment _code;
    private readonly CodeRewriting? _rewriting;
    private int _element;
    private int _import;
    private int _url;

    public CodeEdits(CodeFragment code, CodeRewriting? rewriting, int start)
    {
        _code = code;
        _rewriting = rewriting;
        while (_element < code.Elements.Count && code.Elements[_element].Start < start)
        {
            _element++;
        }

        Skip(code.ImportCalls, start, ref _import);
        Skip(code.MetaUrls, start, ref _url);
    }

    /// <summary>The next one before an offset.</summary>
    public bool TryNext(int end, out CodeEdit edit)
    {
        var element = _element < _code.Elements.Count ? _code.Elements[_element].Start : int.MaxValue;
        var import = _rewriting is not null && _import < _code.ImportCalls.Count ? _code.ImportCalls[_import].Start : int.MaxValue;
        var url = _rewriting is not null && _url < _code.MetaUrls.Count ? _code.MetaUrls[_url].Start : int.MaxValue;
        var first = Math.Min(element, Math.Min(import, url));
        edit = default;
        if (first >= end)
        {
            return false;
        }

        if (first == element)
        {
            var found = _code.Elements[_element++];
            edit = new(found.Start, found.End, found, false);
        }
        else
        {
            var span = first == import ? _code.ImportCalls[_import++] : _code.MetaUrls[_url++];
            edit = new(span.Start, span.End, null, first == url);
        }

        return true;
    }

    private static void Skip(IReadOnlyList<CodeSpan> spans, int start, ref int index)
    {
        while (index < spans.Count && spans[index].Start < start)
        {
            index++;
        }
    }
}
