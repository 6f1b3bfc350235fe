namespace FastMd.Engine.JavaScript;

/// <summary>The forms of import and export statements.</summary>
internal enum EsmStatementKind
{
    /// <summary><c>import a, {b as c} from "d"</c>, <c>import * as a from "d"</c>, <c>import "d"</c>.</summary>
    Import,

    /// <summary><c>export {a, b as c}</c>, with or without <c>from "d"</c>.</summary>
    ExportList,

    /// <summary><c>export * from "d"</c>, <c>export * as a from "d"</c>.</summary>
    ExportAll,

    /// <summary><c>export const a = 1</c>, <c>export function a() {}</c>, <c>export class A {}</c>.</summary>
    ExportDeclaration,

    /// <summary><c>export default</c> and an expression, a function or a class.</summary>
    ExportDefault,
}
