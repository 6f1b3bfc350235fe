using System.Reflection;
using System.Runtime.Loader;

namespace FastMd.Tests.Unit.Safety;

/// <summary>The library that takes HTML apart costs nothing where nobody wants it.</summary>
public class LazyLoadingTests
{
    private const string Library = "AngleSharp";

    [Theory]
    [InlineData("Allow", false)]
    [InlineData("Escape", false)]
    [InlineData("Sanitize", true)]
    public void It_is_loaded_where_HTML_is_sanitized_and_only_there(string rawHtml, bool isLoaded)
    {
        var engine = new OwnContext().LoadFromAssemblyName(new("FastMd.Engine"));
        var handling = Enum.Parse(Type("Configuration.RawHtmlHandling"), rawHtml);
        var options = Activator.CreateInstance(Type("Markdown.MarkdownOptions"), Enum.ToObject(Type("Configuration.MarkdownFlavor"), 0), handling, null);
        var converter = Activator.CreateInstance(Type("Markdown.MarkdownConverter"), options, null)!;
        var source = Type("Documents.SourceText").GetMethod("FromString")!.Invoke(null, ["<b>[a](b)</b>", Enum.ToObject(Type("Documents.DocumentFormat"), 0)]);
        var links = Type("Documents.SameLinks").GetProperty("Instance", BindingFlags.Static | BindingFlags.Public)!.GetValue(null);

        converter.GetType().GetMethod("Convert")!.Invoke(converter, [source, links, TextWriter.Null, CancellationToken.None]);

        Assert.Equal(isLoaded, AssemblyLoadContext.GetLoadContext(engine)!.Assemblies.Any(assembly => assembly.GetName().Name == Library));

        Type Type(string name) => engine.GetType("FastMd.Engine." + name, throwOnError: true)!;
    }

    private sealed class OwnContext() : AssemblyLoadContext("lazy", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
            => Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
