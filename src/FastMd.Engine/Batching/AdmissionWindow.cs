namespace FastMd.Engine.Batching;

/// <summary>
/// The admission control of a batch, with two budgets. Working bytes bound the memory of the admitted documents; result slots bound the lookahead,
/// that is, how far input may run ahead of output. A document that needs more than the whole byte budget is charged the whole budget, so it runs
/// alone. Not thread-safe.
/// </summary>
/// <param name="workingBytes">Budget of working bytes.</param>
/// <param name="resultSlots">Budget of result slots.</param>
internal sealed class AdmissionWindow(long workingBytes, int resultSlots)
{
    /// <summary>Bytes charged now; never more than the budget.</summary>
    public long BytesInUse { get; private set; }

    /// <summary>Slots charged now; never more than the budget.</summary>
    public int SlotsInUse { get; private set; }

    /// <summary>Slots there are.</summary>
    public int Slots => resultSlots;

    /// <summary>
    /// Charges a document a slot and the bytes it is expected to need. Returns the bytes charged, or null when the budgets do not allow it.
    /// </summary>
    public long? TryAdmit(long estimate)
    {
        var charge = Math.Min(estimate, workingBytes);
        if (SlotsInUse >= resultSlots || BytesInUse > workingBytes - charge)
        {
            return null;
        }

        BytesInUse += charge;
        SlotsInUse++;
        return charge;
    }

    /// <summary>Completes a document: releases its bytes, except those that its parked result still holds. Returns the bytes held.</summary>
    public long Complete(long charge, long heldByResult)
    {
        var held = Math.Min(charge, heldByResult);
        BytesInUse -= charge - held;
        return held;
    }

    /// <summary>Releases the slot and the bytes of an emitted result.</summary>
    public void Emit(long held)
    {
        BytesInUse -= held;
        SlotsInUse--;
    }
}
