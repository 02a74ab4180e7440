"""Whose site a page is from. In: its address. Out: the side whose government keeps the site, if one does."""

from urllib.parse import urlsplit

from briefing.text import words

# Under the domain of a state, what its government keeps for itself; by Mozilla's Public Suffix List.
_GOVERNMENTS = words("gov gob gouv gub go govt gv gc gok gop mil")
# Codes of ISO 3166-1: those of two letters are domains (with .uk for the United Kingdom), those of three our sides.
_STATES = dict(
    pair.split(":")
    for pair in words(
        "ad:AND ae:ARE af:AFG ag:ATG al:ALB am:ARM ao:AGO ar:ARG at:AUT au:AUS az:AZE ba:BIH bb:BRB bd:BGD be:BEL "
        "bf:BFA bg:BGR bh:BHR bi:BDI bj:BEN bn:BRN bo:BOL br:BRA bs:BHS bt:BTN bw:BWA by:BLR bz:BLZ ca:CAN cd:COD "
        "cf:CAF cg:COG ch:CHE ci:CIV cl:CHL cm:CMR cn:CHN co:COL cr:CRI cu:CUB cv:CPV cy:CYP cz:CZE de:DEU dj:DJI "
        "dk:DNK dm:DMA do:DOM dz:DZA ec:ECU ee:EST eg:EGY er:ERI es:ESP et:ETH fi:FIN fj:FJI fm:FSM fr:FRA ga:GAB "
        "gb:GBR gd:GRD ge:GEO gh:GHA gm:GMB gn:GIN gq:GNQ gr:GRC gt:GTM gw:GNB gy:GUY hk:HKG hn:HND hr:HRV ht:HTI "
        "hu:HUN id:IDN ie:IRL il:ISR in:IND iq:IRQ ir:IRN is:ISL it:ITA jm:JAM jo:JOR jp:JPN ke:KEN kg:KGZ kh:KHM "
        "ki:KIR km:COM kn:KNA kp:PRK kr:KOR kw:KWT kz:KAZ la:LAO lb:LBN lc:LCA li:LIE lk:LKA lr:LBR ls:LSO lt:LTU "
        "lu:LUX lv:LVA ly:LBY ma:MAR mc:MCO md:MDA me:MNE mg:MDG mh:MHL mk:MKD ml:MLI mm:MMR mn:MNG mo:MAC mr:MRT "
        "mt:MLT mu:MUS mv:MDV mw:MWI mx:MEX my:MYS mz:MOZ na:NAM ne:NER ng:NGA ni:NIC nl:NLD no:NOR np:NPL nr:NRU "
        "nz:NZL om:OMN pa:PAN pe:PER pg:PNG ph:PHL pk:PAK pl:POL ps:PSE pt:PRT pw:PLW py:PRY qa:QAT ro:ROU rs:SRB "
        "ru:RUS rw:RWA sa:SAU sb:SLB sc:SYC sd:SDN se:SWE sg:SGP si:SVN sk:SVK sl:SLE sm:SMR sn:SEN so:SOM sr:SUR "
        "ss:SSD st:STP sv:SLV sy:SYR sz:SWZ td:TCD tg:TGO th:THA tj:TJK tl:TLS tm:TKM tn:TUN to:TON tr:TUR tt:TTO "
        "tv:TUV tw:TWN tz:TZA ua:UKR ug:UGA uk:GBR us:USA uy:URY uz:UZB va:VAT vc:VCT ve:VEN vn:VNM vu:VUT ws:WSM "
        "xk:XKX ye:YEM za:ZAF zm:ZMB zw:ZWE"
    )
)
# Sites whose name does not tell. Under .gov, only those that speak for the United States abroad: states and cities of
# theirs, courts and legislators are there too.
_OTHERS = {
    "USA": """
        whitehouse.gov state.gov defense.gov war.gov treasury.gov commerce.gov ustr.gov justice.gov dhs.gov energy.gov
        usembassy.gov usmission.gov archives.gov mil
    """,
    "RUS": "kremlin.ru mid.ru government.ru mil.ru",
    "DEU": "auswaertiges-amt.de bundesregierung.de",
    "EU": "europa.eu",
    "NATO": "nato.int",
    "UN": "un.org",
}
_SITES = {site: side for side, sites in _OTHERS.items() for site in words(sites)}


def side_of(url: str | None) -> str | None:
    """Give the side whose government keeps the site of an address.

    >>> side_of("https://www.mfa.gov.cn/eng/x.html"), side_of("https://www.state.gov/y"), side_of("https://example.org")
    ('CHN', 'USA', None)
    """
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:  # brackets that close nothing
        return None
    named = (_SITES.get(".".join(labels[n:])) for n in range(len(labels)))
    side = next((side for side in named if side), None)
    governed = len(labels) > 1 and labels[-2] in _GOVERNMENTS
    return side or (_STATES.get(labels[-1]) if governed else None)
