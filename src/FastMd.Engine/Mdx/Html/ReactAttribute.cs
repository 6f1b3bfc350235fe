using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using FastMd.Engine.JavaScript.Evaluation;

namespace FastMd.Engine.Mdx.Html;

/// <summary>The attributes of HTML and SVG that React's properties stand for.</summary>
internal static class ReactAttribute
{
    // React writes those that HTML and SVG spell otherwise than by small letters.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["acceptCharset"] = "accept-charset",
        ["className"] = "class",
        ["defaultChecked"] = "checked",
        ["defaultValue"] = "value",
        ["htmlFor"] = "for",
        ["httpEquiv"] = "http-equiv",
        ["panose1"] = "panose-1",
        ["xHeight"] = "x-height",
        ["xlinkActuate"] = "xlink:actuate",
        ["xlinkArcrole"] = "xlink:arcrole",
        ["xlinkHref"] = "xlink:href",
        ["xlinkRole"] = "xlink:role",
        ["xlinkShow"] = "xlink:show",
        ["xlinkTitle"] = "xlink:title",
        ["xlinkType"] = "xlink:type",
        ["xmlBase"] = "xml:base",
        ["xmlLang"] = "xml:lang",
        ["xmlSpace"] = "xml:space",
        ["xmlnsXlink"] = "xmlns:xlink",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Properties of SVG whose words are joined by hyphens.
    private static readonly FrozenSet<string> Hyphenated =
        """
        accentHeight alignmentBaseline arabicForm baselineShift capHeight clipPath clipRule colorInterpolation colorInterpolationFilters colorProfile
        colorRendering dominantBaseline enableBackground fillOpacity fillRule floodColor floodOpacity fontFamily fontSize fontSizeAdjust fontStretch
        fontStyle fontVariant fontWeight glyphName glyphOrientationHorizontal glyphOrientationVertical horizAdvX horizOriginX imageRendering
        letterSpacing lightingColor markerEnd markerMid markerStart overlinePosition overlineThickness paintOrder pointerEvents renderingIntent
        shapeRendering stopColor stopOpacity strikethroughPosition strikethroughThickness strokeDasharray strokeDashoffset strokeLinecap
        strokeLinejoin strokeMiterlimit strokeOpacity strokeWidth textAnchor textDecoration textRendering transformOrigin underlinePosition
        underlineThickness unicodeBidi unicodeRange unitsPerEm vAlphabetic vHanging vIdeographic vMathematical vectorEffect vertAdvY vertOriginX
        vertOriginY wordSpacing writingMode
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Attributes of HTML, and of no other language, that React writes with capitals.
    private static readonly FrozenSet<string> Lowered =
        """
        accessKey allowFullScreen autoCapitalize autoComplete autoCorrect autoFocus autoPlay autoSave cellPadding cellSpacing charSet classID colSpan
        contentEditable contextMenu controlsList crossOrigin dateTime encType enterKeyHint fetchPriority formAction formEncType formMethod
        formNoValidate formTarget frameBorder hrefLang imageSizes imageSrcSet inputMode itemID itemProp itemRef itemScope itemType keyParams keyType
        marginHeight marginWidth maxLength mediaGroup minLength noModule noValidate playsInline popoverTarget radioGroup readOnly referrerPolicy
        rowSpan spellCheck srcDoc srcLang srcSet tabIndex useMap
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Numbers that are no lengths.
    private static readonly FrozenSet<string> Unitless =
        """
        animationIterationCount aspectRatio borderImageOutset borderImageSlice borderImageWidth columnCount columns fillOpacity flex flexGrow
        flexShrink floodOpacity fontWeight gridArea gridColumn gridColumnEnd gridColumnStart gridRow gridRowEnd gridRowStart lineClamp lineHeight
        opacity order orphans scale stopOpacity strokeDasharray strokeDashoffset strokeMiterlimit strokeOpacity strokeWidth tabSize widows zIndex zoom
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a property is called in HTML; null where it is an instruction to React.</summary>
    public static string? NameOf(string property) => property switch
    {
        "key" or "ref" or "suppressHydrationWarning" or "suppressContentEditableWarning" => null,
        _ when Names.TryGetValue(property, out var name) => name,
        _ when Hyphenated.Contains(property) => InWords(property),
        _ when Lowered.Contains(property) => property.ToLowerInvariant(),
        _ => property,
    };

    /// <summary>The value of an attribute; null where React writes no such attribute.</summary>
    /// <param name="name">Its name in HTML.</param>
    /// <param name="value">The value of the property.</param>
    /// <param name="isKnown">Whether the value can be written.</param>
    public static string? ValueOf(string name, object? value, out bool isKnown)
    {
        isKnown = true;
        switch (value)
        {
            case null:
                return null;
            case bool truth:
                // Some attributes are on or off by what they say, most by being there.
                return name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal)
                        || name is "contenteditable" or "spellcheck" or "draggable"
                    ? truth ? "true" : "false"
                    : truth ? "" : null;
            case IReadOnlyDictionary<string, object?> style when name == "style":
                return StyleOf(style);
            case IReadOnlyDictionary<string, object?>:
                isKnown = false;
                return null;
            default:
                var text = StaticEvaluator.TextOf(value);
                isKnown = text is not null;
                return text;
        }
    }

    private static string StyleOf(IReadOnlyDictionary<string, object?> style)
    {
        var css = new StringBuilder();
        foreach (var (property, value) in style)
        {
            if (value is not (null or bool) && StaticEvaluator.TextOf(value) is { Length: > 0 } text)
            {
                var isLength = value is double and not 0 && !Unitless.Contains(property) && !property.StartsWith("--", StringComparison.Ordinal);
                css.Append(css.Length > 0 ? "; " : "").Append(CultureInfo.InvariantCulture, $"{StyleName(property)}: {text.Trim()}{(isLength ? "px" : "")}");
            }
        }

        return css.ToString();
    }

    private static string StyleName(string property)
        => property.StartsWith("--", StringComparison.Ordinal) ? property
            : property.StartsWith("ms", StringComparison.Ordinal) && property.Length > 2 && char.IsAsciiLetterUpper(property[2]) ? "-" + InWords(property)
            : InWords(property);

    /// <summary><c>strokeWidth</c> as <c>stroke-width</c>.</summary>
    private static string InWords(string property)
    {
        var words = new StringBuilder(property.Length + 4);
        foreach (var letter in property)
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                words.Append('-').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return words.ToString();
    }
}
