using System.Xml.Linq;
using LegalService.Casework.Staff;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LegalService.Server.Staff.Access;

/// <summary>Keeps the keys of sessions in the store, so that one server opens what another has closed.</summary>
internal sealed class SealedKeyRepository(SessionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Read().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(element.ToString(SaveOptions.DisableFormatting));
}
