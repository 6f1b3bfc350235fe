using System.Text;
using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Accents that are drawn over a letter, as TeX does, are one letter with it.</summary>
internal static class Accents
{
    // Letters, each with what it is with the accent: the runtime has no tables to normalize with.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['\u0300'] = "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ",
        ['\u0301'] = "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź",
        ['\u0302'] = "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ",
        ['\u0303'] = "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ",
        ['\u0304'] = "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳ",
        ['\u0306'] = "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ",
        ['\u0307'] = "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż",
        ['\u0308'] = "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ",
        ['\u030A'] = "AÅUŮaåuůwẘyẙ",
        ['\u030B'] = "OŐUŰoőuű",
        ['\u030C'] = "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž",
        ['\u0327'] = "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ",
        ['\u0328'] = "AĄEĘIĮOǪUŲaąeęiįoǫuų",
    };

    /// <summary>Joins a glyph to the text before it, where the one is the accent of the other.</summary>
    /// <param name="text">The text; changed where they are one letter.</param>
    /// <param name="glyph">The glyph.</param>
    /// <param name="last">The last glyph of the text.</param>
    /// <param name="em">Size of an em, in points.</param>
    public static bool TryJoin(StringBuilder text, in Glyph glyph, in Glyph last, float em)
    {
        if (glyph.Text.Length != 1 || last.Text.Length != 1)
        {
            return false;
        }

        var isOver = glyph.X < last.EndX - (0.1f * em) && glyph.EndX > last.X;
        var own = CombiningOf(glyph.Text[0]);
        if (own != '\0' && (isOver || IsCombining(glyph.Text[0])) && char.IsLetter(last.Text[0]))
        {
            return Join(text, last.Text[0], own);
        }

        var before = CombiningOf(last.Text[0]);
        return before != '\0' && isOver && char.IsLetter(glyph.Text[0]) && text.Length > 0 && text[^1] == last.Text[0] && Join(text, glyph.Text[0], before);
    }

    private static bool Join(StringBuilder text, char letter, char accent)
    {
        letter = letter switch { 'ı' => 'i', 'ȷ' => 'j', _ => letter };
        text.Length--;
        var at = -2;
        var pairs = Letters.GetValueOrDefault(accent, "");
        for (var i = 0; i < pairs.Length; i += 2)
        {
            at = pairs[i] == letter ? i : at;
        }

        _ = at >= 0 ? text.Append(pairs[at + 1]) : text.Append(letter).Append(accent);
        return true;
    }

    private static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';

    private static char CombiningOf(char c) => c switch
    {
        '`' or '\u02CB' => '\u0300',
        '\u00B4' or '\u02CA' => '\u0301',
        '^' or '\u02C6' => '\u0302',
        '~' or '\u02DC' => '\u0303',
        '\u00AF' or '\u02C9' => '\u0304',
        '\u02D8' => '\u0306',
        '\u02D9' => '\u0307',
        '\u00A8' => '\u0308',
        '\u02DA' => '\u030A',
        '\u02DD' => '\u030B',
        '\u02C7' => '\u030C',
        '\u00B8' => '\u0327',
        '\u02DB' => '\u0328',
        >= '\u0300' and <= '\u036F' => c,
        _ => '\0',
    };
}
