"""Classes of words that tell what a name is: titles, head nouns, calendar words.

Every list is a class of general English, written out; names themselves are in the gazetteer.
"""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


SMALL = word_set(
    """
    a an and as at by de del des di do du for in la le of on or the to with
    """
)
"""Words that may be left out of an acronym, in lower case."""

FUNCTION = word_set(
    """
    a an the this that these those some any no each every either neither both all half such what
    which who whom whose when where why how i you he she it we they me him her us them my your
    his its our their mine yours ours theirs myself himself herself itself themselves one
    another other others and or but nor so yet for if unless until while whereas although though
    because since as than whether once after before during within without in on at by to from of
    off over under with into onto upon out up down about above below across against along among
    amid around behind beneath beside besides between beyond despite except inside like near
    outside per regarding through throughout toward towards via is are was were be been being am
    do does did done doing has have had having will would shall should may might must can could
    cannot not don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't
    it's he's she's that's there's i'm i've i'd i'll we're we've we'll you're they're let's
    there here then now also too very more most much many few several less least only just even
    still already again ever never always often sometimes perhaps maybe however therefore
    moreover furthermore meanwhile nevertheless nonetheless otherwise instead indeed thus hence
    accordingly additionally finally firstly secondly lastly first second third last next yes ok
    okay please thank thanks well oh dear today yesterday tomorrow tonight earlier later
    recently currently reportedly allegedly according following given including concerning
    considering speaking asked added said says
    """
)
"""Closed classes, and adverbs and verbs that open sentences: never a name by themselves."""

CALENDAR = word_set(
    """
    January February March April May June July August September October November December Jan.
    Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Jan Feb Aug Sept Oct Nov Dec Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri AM PM A.M. P.M. EST
    EDT GMT UTC BST IST CET PST PDT CST CDT BC AD BCE CE B.C. A.D. Christmas Easter Ramadan
    Thanksgiving Eid Diwali Hanukkah Passover Halloween
    """
)

NEVER = word_set(
    """
    Applause Laughter Crosstalk Inaudible Transcript Photo Image Figure Table Chapter Section
    Article Part Annex Appendix Page Note Source Sources Update Updated Correction Breaking News
    Video Read Share Print Email I I'm I've I'd I'll God Lord Jesus Christ Mr Mrs Ms Mr. Mrs.
    Ms. Q A Islam Hajj Satan Heaven Hell H.E. Internet English Web Covid COVID COVID-19 AIDS HIV
    DNA RNA TV CEO CEOs CFO COO PM MP MPs MEP MEPs PhD Ph.D. DVD CD PC GDP NGO NGOs WMD R&D IT
    UTC GMT EST EDT CST CDT MST MDT PST PDT CET CEST
    AI FAQ OK VIP UFO LGBT LGBTQ ID URL PDF HTML USD EUR Constitution Bible Quran Koran Torah
    State States Republic Union Kingdom Act Bill Treaty Agreement Federal National International
    Government Administration Ministry Department Minister President Prime House Party Court
    Committee Council Commission Assembly Resolution West East North South Celsius Fahrenheit
    No. Jr. Sr. Jr Sr II III IV Jr JR. JR SR Olympic Olympics Paralympic Oscar Oscars Nobel
    Grammy Emmy Pulitzer Emmys Grammys Medicare Medicaid POTUS FLOTUS VPOTUS SCOTUS Majesties
    Majesty Highness Excellency Nation E.O. EO FY Q1 Q2 Q3 Q4 Staff
    """
)
"""Capitalised words that name nothing while they stand alone."""

INSTRUMENT_HEADS = word_set(
    """
    Act Acts Bill Bills Treaty Treaties Agreement Agreements Accord Accords Protocol Protocols
    Convention Conventions Pact Constitution Amendment Charter Resolution Declaration Law Laws
    Code Memorandum Annex Statute Directive Regulation Ordinance Communiqué Communique Order
    Decree Deal Initiative Framework Programme Program Strategy Plan Policy Partnership Doctrine
    Award Prize Medal Cross Rule Clause Title Section Article Articles Chapter Day Week Month
    Year Era Age Scholarship Fellowship Report Review Bible Testament Language
    """
)
"""Heads of names that are no person, body or place: instruments, programmes, awards, days."""

TITLES = word_set(
    """
    president vice-president vice-presidents chancellor premier minister ministers secretary
    undersecretary under-secretary secretaries ambassador ambassadors envoy governor governors
    lieutenant-governor mayor mayors senator senators representative representatives congressman
    congresswoman congressmen deputy mp mep councillor councilman councilwoman alderman speaker
    leader leaders chairman chairwoman chairperson chair vice-chairman head chief director
    directors president-elect commissioner commissioners commander commander-in-chief general
    generals lieutenant colonel major captain sergeant corporal private admiral commodore
    marshal brigadier cadet officer inspector detective constable sheriff superintendent judge
    judges justice justices magistrate attorney solicitor prosecutor advocate barrister lawyer
    counsel counselor counsellor adviser advisor aide spokesman spokeswoman spokesperson
    spokespeople professor doctor dr. dr prof. prof scientist researcher historian economist
    analyst journalist reporter correspondent editor author writer novelist poet actor actress
    singer musician rapper composer painter artist filmmaker coach manager striker goalkeeper
    midfielder pope cardinal archbishop bishop pastor priest father reverend rev. rabbi imam
    ayatollah patriarch monk king queen prince princess emperor empress sultan emir sheikh sheik
    shaykh tsar czar shah duke duchess earl count countess baron baroness lord lady sir dame
    knight crown ceo cfo coo cto founder co-founder cofounder owner entrepreneur businessman
    businesswoman billionaire activist campaigner dissident candidate nominee incumbent lawmaker
    legislator politician diplomat negotiator mediator statesman guerrilla militant warlord
    dictator mr. mrs. ms. mr mrs ms miss mx. mme. m. sen. rep. gov. gen. lt. col. maj. capt.
    cpl. sgt. adm. brig. cmdr. cdr. amb. pres. sec. supt. insp. det. hon. fr. br. st. teacher
    student resident victim suspect witness survivor veteran soldier pilot astronaut cosmonaut
    engineer architect inventor philosopher theologian mathematician physicist chemist biologist
    psychologist dean rector provost principal warden comptroller treasurer registrar clerk
    ombudsman delegate administrator coordinator co-chair co-chairman strategist pollster
    columnist commentator anchor wife husband son daughter brother sister mother uncle aunt
    nephew niece grandson widow colleague friend boxer player footballer cricketer golfer
    wrestler swimmer cyclist skier skater gymnast athlete quarterback pitcher comedian dancer
    vice-chancellor vice-admiral whip first-lady premier-designate spokesmen member h.h. h.e.
    highness majesty majesties excellency assistant assemblywoman assemblyman lawmakers
    taoiseach tánaiste mufti sachem lt col gen sgt maj cpl capt adm brig cmdr rev sen gov hon
    ltgen plenipotentiary madam mme mlle mlle. monsieur madame herr frau signor signora señor
    señora señorita senhor senhora convener convenor curator surgeon physician nurse virologist
    epidemiologist consultant investor banker broadcaster presenter producer playwright
    screenwriter photographer trustee cleric firefighter paramedic organizer organiser
    """
)
"""Nouns that stand before a person's name and say who it is, in lower case."""

FORMS_OF_ADDRESS = word_set(
    """
    mr. mrs. ms. mr mrs ms mx. mme. mme mlle mlle. monsieur madame madam herr frau signor signora
    señor señora señorita senhor senhora
    """
)
"""What stands before the names of people and of nothing else, in lower case."""

HONORIFICS = FORMS_OF_ADDRESS | word_set(
    """
    miss m. sir dame lord dr. dr prof. prof hon. rev. fr. br. st. shri smt sri sayyid hajji haji
    h.h. h.e. highness majesty majesties excellency
    """
)
"""Titles that tell no office: they mark a person, but no role."""

TITLE_MODIFIERS = word_set(
    """
    prime vice deputy chief assistant associate acting interim former late then ex-president
    current incoming outgoing senior junior principal special executive managing general first
    second lady foreign external internal home defence defense finance interior justice
    education health energy environment trade commerce economy economic agriculture labor labour
    transport transportation communications information culture sports science technology
    industry tourism housing planning water oil petroleum mines power railway railways national
    homeland security state treasury press political policy affairs minority majority opposition
    parliamentary presidential federal supreme district attorney crown grand major lieutenant
    brigadier rear air wing squadron police army navy naval military fleet field master staff
    sergeant gunnery petty warrant campaign party group company co permanent personal private
    public media legal climate human rights development cooperation union services veterans
    urban budget management european international world longtime veteran retired elect
    designate top ranking
    """
)
"""Words between a name's country or body and the noun of its title, in lower case."""

PORTFOLIO = word_set(
    """
    State Defence Defense Treasury Interior Energy Education Labor Labour Commerce Agriculture
    Transportation Transport Homeland Security Veterans Affairs Health Human Services Housing
    Urban Development Foreign External Finance Justice War Environment Science Technology Trade
    Industry Culture Information Communications Home Staff Navy Army Air Force Management Budget
    Tourism Planning Economy Economic Police Intelligence Immigration Citizenship Religious
    Sports Youth Women Water Petroleum Mines Power Railways Works Commonwealth Scotland Ireland
    Wales National General Parliament Congress Operations Cooperation Co-operation Public Social
    Welfare Veterans'
    """
)
"""What a minister or secretary is of."""

PARTICLES = word_set(
    """
    de del della dela da di do dos das du des la le van von der den ter ten zu zum zur bin ibn
    bint al el ul ur al- abu ben y e af av dal degli san ad ud uz
    """
)
"""Small words inside the names of people, in lower case."""

LEGAL_FORMS = word_set(
    """
    Inc Inc. Incorporated Ltd Ltd. Limited LLC L.L.C. LLP PLC plc Corp Corp. Corporation Co Co.
    Pty Pvt AG GmbH SA S.A. SAS SARL SpA S.p.A. NV N.V. BV B.V. AB ASA A/S ApS Oy Oyj Kft Zrt
    Bhd Berhad Tbk PJSC OJSC OAO OOO
    """
)
"""What companies put behind their names (a choice from the code list of ISO 20275)."""

ORGANISATION_HEADS = LEGAL_FORMS | word_set(
    """
    Ministry Ministries Department Departments Agency Agencies Bureau Council Councils
    Commission Committee Subcommittee Board Authority Administration Office Secretariat
    Directorate Division Inspectorate Service Services Corps Command Army Navy Force Forces
    Brigade Battalion Regiment Squadron Fleet Guard Guards Police Constabulary Militia Bank
    Company Companies Holdings Group Groups Industries Enterprises Partners Associates
    Brothers Motors Airlines Airways Railways Railway Systems Technologies Electronics
    Laboratories Laboratory Labs Pharmaceuticals Energy Petroleum Oil Steel Media Press News
    Times Post Journal Gazette Herald Tribune Telegraph Chronicle Magazine Radio Television
    Broadcasting Network Networks Channel Studios Pictures Records Entertainment Publishing
    Publications Books Union Unions Federation Confederation Association Associations
    Organisation Organization Organizations League Alliance Coalition Front Movement Party
    Congress Parliament Senate Assembly Legislature Chamber Duma Cabinet Caucus Society
    Institute Institution Foundation Trust Fund Centre Center Centers Academy University College
    School Seminary Faculty Museum Library Church Diocese Archdiocese Court Tribunal Judiciary
    Embassy Consulate Mission Team Club FC United Rovers Athletic Orchestra Choir Band Ensemble
    Theatre Ballet Opera Guild Lodge Exchange Market Markets Insurance Capital Ventures
    Investments Securities Consulting Consortium Cooperative Syndicate Cartel Brotherhood
    Taskforce Unit Units Task Panel Forum Community Watch Observatory Hospital Clinic Democrats
    Republicans Conservatives Liberals Greens Socialists Communists Labour Intelligence
    Investigation Registry Reserve Treasury Exchequer Ombudsman Chiefs Allies Partnership
    Initiative Campaign Project Programme Taliban Jihad Resistance Government Nations Marines
    Rangers Rifles Infantry Cavalry Artillery Air Aviation Aerospace Aircraft Defence Defense
    Logistics Shipping Telecom Foods Stores Wing Circuit Wings
    """
)
"""Last words of the names of bodies."""

OF_HEADS = word_set(
    """
    Ministry Ministries Department Departments Agency Bureau Council Commission Committee
    Subcommittee Board Authority Office Offices Institute Institutes Institution Bank University
    Universities College School Academy Faculty Museum Library Church Society Association
    Organisation Organization Federation Confederation League Union Alliance Coalition Movement
    Party Front House Houses Chamber Court Courts Corps Army Order Knights Friends Sons
    Daughters Brotherhood Bishopric Diocese Archdiocese Embassy Guild Community Commonwealth
    Group Network Foundation Fund Center Centre Centers Conference Congress Assembly Parliament
    Senate Legislature Chiefs Joint Directorate Division General Inspector Kingdom Republic
    Forces Conservatory Royal Fraternity Forum Port
    """
)
"""Heads after which "of ..." belongs to the name of a body."""

FOR_HEADS = word_set(
    """
    Center Centre Centers Institute Institutes Organisation Organization Committee Council
    Agency Association Campaign Fund Movement Party Alliance Conference Commission Foundation
    Society Citizens Americans Doctors Lawyers Physicians Students Women Mothers Veterans
    Coalition Forum Bureau Office Ministry Department Authority Union Federation Network Group
    Bank Court School Initiative Programme Program Subcommittee Board Panel Project Trust
    Endowment Academy Forces Front Army Congress Corps Command Mission
    """
)
"""Heads after which "for ..." or "on ..." belongs to the name of a body."""

PLACE_HEADS = word_set(
    """
    River Rivers Lake Lakes Ocean Sea Seas Island Islands Isle Isles Peninsula Cape Bay Gulf
    Strait Straits Channel Canal Sound Fjord Harbor Harbour Port Beach Coast Reef Atoll
    Archipelago Desert Valley Mountain Mountains Mount Hill Hills Ridge Range Peak Pass Plateau
    Plain Plains Basin Forest Jungle Woods Falls Glacier Volcano Canyon Creek Springs Heights
    Province Provinces Prefecture Governorate Oblast County Counties District Districts Region
    Territory Territories Municipality Borough Parish City Town Township Village Street Avenue
    Road Boulevard Lane Highway Square Plaza Park Gardens Garden Bridge Tunnel Dam Airport
    Airfield Airbase Base Camp Fort Castle Palace Cathedral Mosque Temple Shrine Monastery Abbey
    Tower Stadium Arena Prison Jail Station Terminal Cemetery Monument Memorial Building Hall
    Hotel Mall Zone Corridor Border Crossing Belt Quarter Delta Estuary Steppe Tundra
    Subcontinent Continent Hemisphere Rim Shipyard Speedway Racecourse Ranch Farm Mine Refinery
    Plant Galaxy Nebula Theater Pacific Republic State Emirate
    """
)
"""Last words of the names of places."""

PLACE_FRONTS = word_set(
    "Lake Mount Mt. Cape Fort Port Isle Gulf Bay Strait Straits Camp Sea Río Rio Ft."
)
"""First words of the names of places."""

EVENT_HEADS = word_set(
    """
    Summit Conference Ministerial Dialogue Exercise Exercises War Wars Battle Siege Invasion
    Uprising Revolution Rebellion Revolt Coup Massacre Genocide Crisis Election Elections
    Referendum Olympics Games Cup Championship Championships Tournament Festival Fair Expo
    Exhibition Congress Convention Talks Hurricane Typhoon Cyclone Earthquake Tsunami Marathon
    Derby Prix Open Bowl Series Offensive Campaign Operation Intifada Holocaust Riots Protests
    Incident Affair Scandal Trial Trials Conflict Expedition Symposium Workshop Parade Jubilee
    Coronation Inauguration Awards Primary Primaries Caucuses Convocation Blockade Mutiny
    Crusade Crusades Depression Renaissance Reformation Enlightenment Spring Airlift Landings
    Disaster
    """
)
"""Last words of the names of events."""

EVENT_FRONTS = word_set(
    "Operation Exercise Hurricane Typhoon Cyclone Battle Siege Tropical Storm Super"
)
"""First words of the names of events."""

SYSTEM_HEADS = word_set(
    """
    missile missiles aircraft jet jets fighter fighters bomber bombers helicopter helicopters
    drone drones tank tanks rocket rockets launcher launchers submarine submarines frigate
    frigates destroyer destroyers corvette corvettes carrier warship radar radars system systems
    satellite satellites spacecraft telescope rover probe capsule shuttle howitzer howitzers
    rifle rifles torpedo torpedoes interceptor interceptors battery batteries airliner airliners
    plane planes reactor reactors locomotive processor smartphone console engine gun guns
    munition munitions bomb bombs vehicle vehicles UAV UAVs ICBM ICBMs SAM
    """
)
"""Nouns after a name that make it a weapon, vehicle or product."""

SYSTEM_WORDS = SYSTEM_HEADS | word_set(
    """
    air defence defense anti-aircraft anti-missile ballistic cruise surface-to-air air-to-air
    surface-to-surface anti-tank anti-ship stealth multirole multi-role combat attack transport
    cargo training spy reconnaissance surveillance unmanned aerial armed long-range medium-range
    short-range intermediate-range intercontinental nuclear nuclear-capable supersonic
    hypersonic guided battle main light heavy medium strategic tactical early warning
    self-propelled artillery space patrol maritime passenger launch
    """
)
"""What may stand between a system's name and its noun."""

SPEECH = word_set(
    """
    said says told tells added adds stated argued warned claimed noted explained announced
    tweeted testified replied responded asked insisted confirmed denied suggested commented
    remarked wrote acknowledged admitted recalled declared urged thanked believes thinks
    believed thought who married died resigned
    """
)
"""What people do: a name before one of these is a person, more often than not."""

LOCATIVE = word_set(
    "in at near from to outside inside across throughout around into via toward towards"
)
"""Prepositions before places."""

SUFFIXES = word_set("JR. JR SR. SR Jr. Jr Sr. Sr II III IV PhD Ph.D. MD M.D. QC KC CBE OBE MBE")
"""What may follow a person's name and belongs to it."""

LINKED = re.compile(
    r"(?:[Aa]l|[Ee]l|[Aa]d|[Aa]s|[Aa]n|[Aa]r|[Aa]t|[Aa]sh|[Uu]l|[Dd]'?|[Ll]|O)[-'][A-ZÀ-Þ].*"
)
"""A name that begins with its article: "al-Assad", "d'Estaing"."""

PLACE_NOUNS = word_set(
    "city cities town towns village villages province provinces district districts county state"
    " states region regions island islands port capital suburb suburbs neighbourhood neighborhood"
    " municipality territory governorate prefecture hamlet republic border airport"
)
"""Nouns that say of the name beside them that it is a place, in lower case."""

COMPASS = word_set(
    """
    North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast
    Southwest Northeastern Northwestern Southeastern Southwestern North-East South-East Upper Lower
    Greater Inner Outer Mid
    """
)
"""Words before the name of a place that make it a part of that place."""

PLACE_VERBS = word_set(
    """
    entered reached visited toured bombed captured seized liberated besieged shelled occupied
    retook recaptured invaded leaving entering reaching visiting fled surrounded
    """
)
"""Verbs before places."""

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")

SHIP_PREFIXES = word_set(
    "USS USNS HMS HMAS HMCS HMNZS INS PNS JS ROKS BRP KRI RMS MV FS TCG ARA RSS"
)
"""What stands before the names of ships."""
