import { IMPORT_FORMATS, type ImportFormat } from '#contract/imports'

/** How people call a format, who makes it, and how the reader recognises it: the names that it must carry. */
export type FormatDescription = { fr: string; en: string; container: string; names: string }

/** Every format, for people as for the reader. The words live here and nowhere else. */
export const FORMAT_WORDS: Record<ImportFormat, FormatDescription> = {
  france_services: {
    fr: 'France services, liste nationale (ANCT)',
    en: 'France services, national list (ANCT)',
    container: 'CSV',
    names: 'id_fs, lib_fs, adresse, insee_com, latitude, longitude, format_fs',
  },
  data_inclusion_structures: {
    fr: 'data·inclusion v1, structures',
    en: 'data·inclusion v1, structures',
    container: 'JSON, CSV, XLSX',
    names: 'source, id, nom, date_maj, code_insee | siret | adresse | reseaux_porteurs',
  },
  data_inclusion_services: {
    fr: 'data·inclusion v1, services',
    en: 'data·inclusion v1, services',
    container: 'JSON, CSV, XLSX',
    names: 'source, structure_id, id, nom, date_maj',
  },
  data_inclusion_structures_v0: {
    fr: 'data·inclusion v0, structures',
    en: 'data·inclusion v0, structures',
    container: 'JSON, CSV, XLSX',
    names: 'id, nom, date_maj, typologie | labels_nationaux | presentation_resume',
  },
  data_inclusion_services_v0: {
    fr: 'data·inclusion v0, services',
    en: 'data·inclusion v0, services',
    container: 'JSON, CSV, XLSX',
    names: 'id, structure_id, nom, profils | presentation_resume',
  },
  finess_csv: {
    fr: 'FINESS, établissements (CSV, géolocalisés ou non)',
    en: 'FINESS, establishments (CSV, located or not)',
    container: 'CSV',
    names: 'finess;etalab;<n>;<date>, structureet, geolocalisation',
  },
  finess_json: {
    fr: 'FINESS+, structures (JSON de l’ANS)',
    en: 'FINESS+, structures (JSON of the ANS)',
    container: 'JSON',
    names: 'pmej, ege, informationsGeneralesEGE',
  },
  rna_waldec: {
    fr: 'RNA, associations (waldec)',
    en: 'RNA, associations (waldec)',
    container: 'CSV',
    names: 'id, titre, objet, objet_social1, adrs_codeinsee, position',
  },
  rna_import: {
    fr: 'RNA, associations anciennes (import)',
    en: 'RNA, former associations (import)',
    container: 'CSV',
    names: 'id, titre, objet, objet_social1, adr1, libcom',
  },
  mediation_numerique: {
    fr: 'Lieux de médiation numérique (standard 1.0)',
    en: 'Digital mediation places (standard 1.0)',
    container: 'CSV, JSON',
    names: 'id, pivot, nom, commune, code_postal, adresse, date_maj',
  },
  hsds_organizations: {
    fr: 'HSDS 3, organisations',
    en: 'HSDS 3, organizations',
    container: 'CSV, JSON',
    names: 'id, name, legal_status | year_incorporated | tax_status',
  },
  hsds_services: {
    fr: 'HSDS 3, services',
    en: 'HSDS 3, services',
    container: 'CSV, JSON',
    names: 'id, organization_id, name, status, eligibility_description',
  },
  hsds_locations: {
    fr: 'HSDS 3, lieux',
    en: 'HSDS 3, locations',
    container: 'CSV',
    names: 'id, organization_id, location_type, latitude, longitude',
  },
  annuaire_dila: {
    fr: 'Annuaire de l’administration (DILA)',
    en: 'Directory of the administration (DILA)',
    container: 'JSON',
    names: 'service: id, nom, pivot, adresse',
  },
  bpe: {
    fr: 'Base permanente des équipements (Insee)',
    en: 'Permanent database of facilities (Insee)',
    container: 'CSV',
    names: 'TYPEQU, DEPCOM, LAMBERT_X, LAMBERT_Y',
  },
  ban_addresses: {
    fr: 'Base Adresse Nationale',
    en: 'National address database (BAN)',
    container: 'CSV, CSV.GZ',
    names: 'id, numero, rep, nom_voie, code_insee, nom_commune, lon, lat',
  },
  iris_contours: {
    fr: 'Contours d’IRIS (IGN et Insee)',
    en: 'IRIS contours (IGN and Insee)',
    container: 'GeoJSON, SHP, GPKG, FGB',
    names: 'CODE_IRIS | code_iris | DCOMIRIS | DCIRIS',
  },
  commune_contours: {
    fr: 'Contours de communes',
    en: 'Contours of communes',
    container: 'GeoJSON, SHP, GPKG, FGB',
    names: 'code (59350), nom | INSEE_COM, NOM',
  },
  epci_contours: {
    fr: 'Contours d’intercommunalités (EPCI)',
    en: 'Contours of intercommunal bodies (EPCI)',
    container: 'GeoJSON, SHP, GPKG, FGB',
    names: 'code (200093201), nom | CODE_SIREN, NOM',
  },
  departement_contours: {
    fr: 'Contours de départements',
    en: 'Contours of départements',
    container: 'GeoJSON, SHP, GPKG, FGB',
    names: 'code (59), nom | INSEE_DEP, NOM',
  },
  region_contours: {
    fr: 'Contours de régions',
    en: 'Contours of régions',
    container: 'GeoJSON, SHP, GPKG, FGB',
    names: 'code (32), nom | INSEE_REG, NOM',
  },
  qpv_2015_contours: {
    fr: 'Quartiers prioritaires de 2015',
    en: 'Priority neighbourhoods of 2015 (QPV)',
    container: 'GeoJSON, SHP, GPKG',
    names: 'CODE_QP (QP059001), NOM_QP',
  },
  qpv_2024_contours: {
    fr: 'Quartiers prioritaires de 2024',
    en: 'Priority neighbourhoods of 2024 (QPV)',
    container: 'GeoJSON, SHP, GPKG',
    names: 'code_qp (QN05901M), lib_qp, insee_com',
  },
  cog_communes: {
    fr: 'Code officiel géographique, communes',
    en: 'Official geographic code, communes',
    container: 'CSV',
    names: 'TYPECOM, COM, REG, DEP, LIBELLE',
  },
  cog_departements: {
    fr: 'Code officiel géographique, départements',
    en: 'Official geographic code, départements',
    container: 'CSV',
    names: 'DEP, REG, CHEFLIEU, LIBELLE',
  },
  cog_regions: {
    fr: 'Code officiel géographique, régions',
    en: 'Official geographic code, regions',
    container: 'CSV',
    names: 'REG, CHEFLIEU, LIBELLE',
  },
  cog_arrondissements: {
    fr: 'Code officiel géographique, arrondissements',
    en: 'Official geographic code, arrondissements',
    container: 'CSV',
    names: 'ARR, DEP, REG, CHEFLIEU, LIBELLE',
  },
  cog_movements: {
    fr: 'Code officiel géographique, mouvements de communes',
    en: 'Official geographic code, movements of communes',
    container: 'CSV',
    names: 'MOD, DATE_EFF, COM_AV, COM_AP',
  },
  iris_movements: {
    fr: 'Modifications d’IRIS (table d’appartenance de l’Insee)',
    en: 'Changes of IRIS (Insee)',
    container: 'XLSX, CSV',
    names: 'IRIS_INI, IRIS_FIN, MODIF_IRIS',
  },
  epci_members: {
    fr: 'Composition des intercommunalités (DGCL, Insee)',
    en: 'Members of intercommunal bodies (DGCL, Insee)',
    container: 'XLSX, CSV',
    names: 'siren, raison_sociale, insee | EPCI, LIBEPCI, CODGEO',
  },
  filosofi_iris: {
    fr: 'Filosofi par IRIS (Insee)',
    en: 'Filosofi by IRIS (Insee)',
    container: 'CSV, XLSX',
    names: 'IRIS, DISP_MED…, DISP_TP60…',
  },
  filosofi_grid: {
    fr: 'Filosofi carroyé, 200 m et 1 km (Insee)',
    en: 'Filosofi grid, 200 m and 1 km (Insee)',
    container: 'CSV, GPKG',
    names: 'idcar_200m | idcar_1km | IdINSPIRE, ind, men_pauv',
  },
  filosofi_communes: {
    fr: 'Filosofi par commune et EPCI (Insee)',
    en: 'Filosofi by commune and EPCI (Insee)',
    container: 'CSV, XLSX',
    names: 'GEO, GEO_OBJECT, FILOSOFI_MEASURE, OBS_VALUE | CODGEO, MED…',
  },
  rp_iris: {
    fr: 'Recensement par IRIS (Insee)',
    en: 'Census by IRIS (Insee)',
    container: 'CSV, XLSX',
    names: 'IRIS, COM, TYP_IRIS, LAB_IRIS, P22_POP',
  },
  cnaf_communes: {
    fr: 'Allocataires par commune (CNAF)',
    en: 'Benefit recipients by commune (CNAF)',
    container: 'CSV, JSON',
    names: 'dtreffre, numcomdo, nomcom, indfoy_…',
  },
  cnaf_iris: {
    fr: 'Allocataires par IRIS (CNAF)',
    en: 'Benefit recipients by IRIS (CNAF)',
    container: 'CSV, JSON',
    names: 'dtreffre, numcomdo, numirisd, indfoy_…',
  },
  qpv_figures: {
    fr: 'Indicateurs par quartier prioritaire',
    en: 'Figures by priority neighbourhood',
    container: 'CSV, XLSX',
    names: 'CODGEO (QP…, QN…), DISP_MED_A…, DISP_TP60_A…',
  },
  mapped: {
    fr: 'Tableau que vous décrivez',
    en: 'A table that you describe',
    container: 'CSV, XLSX, ODS, JSON, GeoJSON, SHP, GPKG, FGB, KML, GML, GPX, TopoJSON',
    names: '…',
  },
}

/** What a file may be, for whoever brought another. */
export const expectedFormats = (): string =>
  IMPORT_FORMATS.filter((id) => id !== 'mapped')
    .map((id) => `${id} (${FORMAT_WORDS[id].container}): ${FORMAT_WORDS[id].names}`)
    .join('; ')
