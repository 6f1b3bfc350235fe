using System.Runtime.InteropServices;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Sorts short lists that are in order for the most part, and leaves equals as they are.</summary>
internal static class StableSort
{
    private const int MostByInsertion = 64;

    public static void By<T>(List<T> items, Func<T, float> key)
    {
        var keys = new (float Key, int Index)[items.Count];
        var isSorted = true;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = (key(items[i]), i);
            isSorted &= i == 0 || keys[i - 1].Key <= keys[i].Key;
        }

        if (isSorted)
        {
            return;
        }

        if (keys.Length <= MostByInsertion)
        {
            Insert(keys);
        }
        else
        {
            Array.Sort(keys);
        }

        var copy = items.ToArray();
        var span = CollectionsMarshal.AsSpan(items);
        for (var i = 0; i < keys.Length; i++)
        {
            span[i] = copy[keys[i].Index];
        }
    }

    private static void Insert((float Key, int Index)[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var item = keys[i];
            var at = i;
            for (; at > 0 && keys[at - 1].Key > item.Key; at--)
            {
                keys[at] = keys[at - 1];
            }

            keys[at] = item;
        }
    }
}
