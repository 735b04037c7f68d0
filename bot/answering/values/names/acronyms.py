"""Bodies that news calls by an abbreviation or another name, and what they are called in full."""

_ACRONYMS = """abc american broadcasting company|afp agence france presse|aiib asian infrastructure investment bank
ap associated press|apec asia pacific economic cooperation|asean association of southeast asian nations
au african union|bbc british broadcasting corporation|boe bank of england|boj bank of japan
cbs columbia broadcasting system|ccp communist party of china|cdc centers for disease control and prevention
cia central intelligence agency|cnn cable news network|cpc communist party of china
dea drug enforcement administration|dhs united states department of homeland security
dod united states department of defense|doe united states department of energy
doj united states department of justice|dpp democratic progressive party|ecb european central bank
ecowas economic community of west african states|epa environmental protection agency|esa european space agency
eu european union|faa federal aviation administration|fao food and agriculture organization
fbi federal bureau of investigation|fcc federal communications commission|fda food and drug administration
fema federal emergency management agency|fifa federation internationale de football association
fsb federal security service|gop republican party|gru main intelligence directorate
iaea international atomic energy agency|icc international criminal court|icj international court of justice
icrc international committee of the red cross|idf israel defense forces|ilo international labor organization
imf international monetary fund|ioc international olympic committee|iom international organization for migration
irgc islamic revolutionary guard corps|irs internal revenue service|jaxa japan aerospace exploration agency
jsdf japan self defense forces|kcna korean central news agency|kmt kuomintang|ldp liberal democratic party
msf doctors without borders|nasa national aeronautics and space administration
nato north atlantic treaty organization|nbc national broadcasting company|nhk japan broadcasting
nhs national health service|nhtsa national highway traffic safety administration
noaa national oceanic and atmospheric administration|nsa national security agency|nra national rifle association
ntsb national transportation safety board|nypd new york police department
oecd organization for economic cooperation and development|opec organization of the petroleum exporting countries
osce organization for security and cooperation in europe|pla peoples liberation army
raf royal air force|rbi reserve bank of india|sec securities and exchange commission
tsa transportation security administration|uaw united auto workers|un united nations
unesco united nations educational scientific and cultural organization|unhcr united nations refugee agency
unicef united nations childrens fund|unrwa united nations relief and works agency
unsc united nations security council|usaid united states agency for international development
usgs united states geological survey|wfp world food program|who world health organization|wto world trade organization
wwf world wide fund for nature|lapd los angeles police department|mit massachusetts institute of technology"""
ACRONYMS = {
    short: full
    for short, _, full in (entry.partition(" ") for entry in _ACRONYMS.replace("\n", "|").split("|"))
}
ALIASES = {
    "pentagon": "united states department of defense",
    "fed": "federal reserve",
    "us federal reserve": "federal reserve",
    "federal reserve board": "federal reserve",
    "federal reserve system": "federal reserve",
    "medecins sans frontieres": "doctors without borders",
    "islamic state group": "islamic state",
    "islamic state of iraq and syria": "islamic state",
    "islamic state of iraq and the levant": "islamic state",
    "isis": "islamic state",
    "isil": "islamic state",
    "is": "islamic state",
    "daesh": "islamic state",
    "al-qaida": "al-qaeda",
    "al qaida": "al-qaeda",
    "al qaeda": "al-qaeda",
    "hizbullah": "hezbollah",
    "hizbollah": "hezbollah",
    "hezballah": "hezbollah",
    "houthis": "houthi movement",
    "houthi rebels": "houthi movement",
    "ansar allah": "houthi movement",
    "mfa": "ministry of foreign affairs",
    "scotland yard": "metropolitan police",
    "met police": "metropolitan police",
    "met": "metropolitan police",
    "tories": "conservative party",
    "twitter": "x",
    "us state department": "united states department of state",
    "us treasury": "united states department of treasury",
    "un refugee agency": "united nations refugee agency",
    "un high commissioner for refugees": "united nations refugee agency",
    "un childrens fund": "united nations childrens fund",
    "israeli military": "israel defense forces",
    "israeli army": "israel defense forces",
    "israel defense force": "israel defense forces",
}
