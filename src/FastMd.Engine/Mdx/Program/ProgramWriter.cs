using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Writes a document as a JavaScript program.</summary>
internal sealed class ProgramWriter : IDisposable
{
    private readonly MdxTree _tree;
    private readonly MdxOptions _options;
    private readonly ElementPositions? _positions;
    private readonly ScriptText _body;
    private readonly ScriptText _content;
    private readonly ScriptText _end;
    private readonly ProvidedComponents? _provided;
    private readonly HashSet<string> _defined;
    private readonly ComponentUse _components;
    private readonly CallRuntime _runtime;
    private readonly CodeRewriting? _rewriting;
    private readonly JsxPragmas _pragmas;

    /// <summary>A writer for one document.</summary>
    /// <param name="tree">The document.</param>
    /// <param name="length">How long it is; what it becomes is about half as long again.</param>
    /// <param name="options">The options.</param>
    /// <param name="pragmas">How JSX is compiled in it.</param>
    /// <param name="positions">Says where elements stand, in development; null otherwise.</param>
    public ProgramWriter(MdxTree tree, int length, MdxOptions options, JsxPragmas pragmas, ElementPositions? positions)
    {
        _tree = tree;
        _options = options;
        _body = new(2 * 1024, options.SourceMap);
        _content = new(length + (length / 2), options.SourceMap);
        _end = new(1024, options.SourceMap);
        _pragmas = pragmas;
        _positions = positions;
        _defined = ModuleNames.Of(tree.Statements);
        _components = new(new HashSet<string>(_defined, StringComparer.Ordinal) { "props", "_createMdxContent" });
        _runtime = new(pragmas, options.Development);
        _rewriting = IsFunctionBody ? new() : null;
        _provided = HasProvider ? new(_defined, positions) : null;
    }

    // What a document is called whose name is not known.
    private const string UnknownName = "unknown.mdx";

    private bool IsFunctionBody => _options.Program == MdxProgram.FunctionBody;

    private bool HasProvider => _options.ProviderImportSource.Length > 0;

    /// <summary>Writes the program.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="exports">What it exports besides what the document says.</param>
    /// <param name="source">The document, for a source map.</param>
    public void WriteTo(TextWriter output, MdxExports exports, SourceText source)
    {
        var contents = Writer(_content);
        contents.IsContent = true;
        var isAsync = WriteContent(contents);

        var modules = new ModuleWriter(_body, Writer(_body), _rewriting, exports.Names, _provided);
        modules.Write(_tree.Statements);
        exports.WriteTo(_body, IsFunctionBody);
        WriteCreateContent(isAsync);
        WriteMdxContent(modules.HasLayout);
        ProgramNames.Check(_tree.Statements, exports.Names, modules.HasLayout);
        if (IsFunctionBody)
        {
            modules.WriteReturn(_end);
        }

        using var head = new ScriptText(512, _options.SourceMap);
        WriteHead(head);
        WriteHelpers();
        if (_options.SourceMap)
        {
            head.Append(_body).Append(_content).Append(_end);
            output.Write(head.Span);
            var name = source.Name.Length > 0 ? Path.GetFileName(source.Name) : UnknownName;
            output.Write(SourceMap.Comment(source.Text, name, SourceMap.Mappings(source.Text, head.Span, head.Marks)));
            return;
        }

        output.Write(head.Span);
        output.Write(_body.Span);
        output.Write(_content.Span);
        output.Write(_end.Span);
    }

    public void Dispose()
    {
        _body.Dispose();
        _content.Dispose();
        _end.Dispose();
    }

    private ElementWriter Writer(ScriptText script) => _options.KeepJsx
        ? new JsxWriter(script, _tree, _components) { Rewriting = _rewriting }
        : new CallWriter(script, _tree, _components, _runtime, _positions) { Rewriting = _rewriting };

    /// <summary>Writes what the content is. True where it awaits something.</summary>
    private bool WriteContent(ElementWriter writer)
    {
        RootSpace.Trim(_tree);
        var root = _tree.Root;
        writer.Write(root is { FirstChild: MdxElement { Name: not null } only, LastChild: var last } && last == only ? only : root);
        return ContentAwaits.Any(root);
    }

    private void WriteCreateContent(bool isAsync)
    {
        _body.Append(isAsync ? "async function _createMdxContent(props) {\n" : "function _createMdxContent(props) {\n");
        var lookup = new ComponentLookup(_body, HasProvider);
        lookup.WriteContentComponents(_components);
        lookup.WriteChecks(_components, _positions);
        _body.Append("  return ");
        _end.Append(";\n}\n");
    }

    private void WriteMdxContent(bool hasLayout)
    {
        _end.Append(IsFunctionBody ? "function MDXContent(props = {}) {\n" : "export default function MDXContent(props = {}) {\n");
        if (!hasLayout && !_defined.Contains("MDXLayout"))
        {
            new ComponentLookup(_end, HasProvider).WriteLayout();
        }

        _end.Append(hasLayout ? "  return " : "  return MDXLayout ? ");
        LayoutElement.Write(Writer(_end));
        _end.Append(hasLayout ? ";\n}\n" : " : _createMdxContent(props);\n}\n");
    }

    private void WriteHelpers()
    {
        if (_rewriting is { UsesResolver: true })
        {
            _end.Append(ProgramHelpers.Resolver);
        }

        if (_components.References.Count > 0 || _provided is { HasChecks: true })
        {
            ProgramHelpers.WriteMissingReference(_end, _positions?.FileName);
        }
    }

    private void WriteHead(ScriptText head)
    {
        if (IsFunctionBody)
        {
            head.Append("\"use strict\";\n");
        }

        if (_options.KeepJsx)
        {
            PragmaComments.Write(head, _pragmas);
        }
        else
        {
            _runtime.WriteImport(head, IsFunctionBody);
        }

        using var pragmaImport = new ScriptText(128);
        var pragma = _options.Pragma.Split('.')[0];
        if (_pragmas.Runtime == JsxRuntime.Classic && _options.PragmaImportSource.Length > 0 && !_defined.Contains(pragma))
        {
            WritePragmaImport(pragmaImport, pragma);
        }

        if (_rewriting is { UsesUrl: true })
        {
            // What is imported below is resolved against it.
            head.Append(ProgramHelpers.ModuleUrl);
        }

        head.Append(pragmaImport);
        if (HasProvider)
        {
            if (IsFunctionBody)
            {
                head.Append("const {useMDXComponents: _provideComponents} = arguments[0];\n");
            }
            else
            {
                head.Append("import {useMDXComponents as _provideComponents} from ").AppendString(_options.ProviderImportSource).Append(";\n");
            }
        }
    }

    private void WritePragmaImport(ScriptText head, string name)
    {
        using var source = new ScriptText(64);
        source.AppendString(_options.PragmaImportSource);
        if (_rewriting is not null)
        {
            head.Append("const {default: ").Append(name).Append("} = ");
            _rewriting.WriteImport(head, source.Span);
            head.Append(";\n");
        }
        else
        {
            head.Append("import ").Append(name).Append(" from ").Append(source.Span).Append(";\n");
        }
    }
}
