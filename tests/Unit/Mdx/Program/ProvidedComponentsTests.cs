using FastMd.Engine.Mdx;

namespace FastMd.Tests.Unit.Mdx.Program;

public class ProvidedComponentsTests
{
    private static readonly MdxOptions Options = new() { ProviderImportSource = "p" };

    [Fact]
    public void An_arrow_function_takes_what_it_renders_from_the_provider()
        => Assert.Contains(
            """
            export const A = () => {
              const {B} = _provideComponents() || ({});
              if (!B) _missingMdxReference("B", true);
              return _jsx(B, {});
            }
            """,
            Compiled.Program("export const A = () => <B/>", Options),
            StringComparison.Ordinal);

    [Fact]
    public void So_does_a_function_with_a_body_also_of_objects()
        => Assert.Contains(
            """
            export function A(b) {
              const {C} = _provideComponents() || ({});
              if (!C) _missingMdxReference("C", false);
              if (!C.d) _missingMdxReference("C.d", true);
             return
            """,
            Compiled.Program("export function A(b) { return <C.d/> }", Options),
            StringComparison.Ordinal);

    [Fact]
    public void Functions_within_JSX_do_too()
        => Assert.Contains("a: () => {\n  const {B}", Compiled.Program("export const X = <a a={() => <B/>}/>", Options), StringComparison.Ordinal);

    [Theory]
    [InlineData("export const A = B => <B/>")]
    [InlineData("import B from 'b'\nexport const A = () => <B/>")]
    [InlineData("export const A = () => <b/>")]
    [InlineData("export const A = <B/>")]
    public void What_is_bound_a_tag_or_in_no_function_is_not_looked_up(string text)
        => Assert.DoesNotContain("_provideComponents() ||", Compiled.Program(text, Options), StringComparison.Ordinal);

    [Fact]
    public void Without_a_provider_functions_stay_as_they_are()
        => Assert.Contains("() => _jsx(B, {})", Compiled.Program("export const A = () => <B/>"), StringComparison.Ordinal);
}
